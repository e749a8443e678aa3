package pdf

import "stadtbote/internal/typeset/page"

// kind is how a role is written.
type kind struct {
	name  string // the structure type
	old   bool   // UA2: a type of the PDF 1.7 namespace, which 2.0 has dropped
	block bool   // Placement: Block
}

// kindsUA1 are the structure types of ISO 32000-1, 14.8.4.
var kindsUA1 = [...]kind{
	page.Root:       {name: "Document"},
	page.Part:       {name: "Part"},
	page.Article:    {name: "Art"},
	page.Section:    {name: "Sect"},
	page.Aside:      {name: "Aside"},
	page.Div:        {name: "Div"},
	page.Title:      {name: "H1"},
	page.H1:         {name: "H1"},
	page.H2:         {name: "H2"},
	page.H3:         {name: "H3"},
	page.H4:         {name: "H4"},
	page.H5:         {name: "H5"},
	page.H6:         {name: "H6"},
	page.Paragraph:  {name: "P"},
	page.BlockQuote: {name: "BlockQuote"},
	page.Code:       {name: "Code"},
	page.List:       {name: "L"},
	page.ListItem:   {name: "LI"},
	page.Label:      {name: "Lbl"},
	page.Body:       {name: "LBody"},
	page.Table:      {name: "Table", block: true},
	page.TableHead:  {name: "THead"},
	page.TableBody:  {name: "TBody"},
	page.TableFoot:  {name: "TFoot"},
	page.Row:        {name: "TR"},
	page.HeaderCell: {name: "TH"},
	page.DataCell:   {name: "TD"},
	page.Caption:    {name: "Caption"},
	page.Figure:     {name: "Figure", block: true},
	page.Note:       {name: "Note"},
	page.Reference:  {name: "Reference"},
	page.Anchor:     {name: "Link"},
	page.Span:       {name: "Span"},
	page.Strong:     {name: "Strong"},
	page.Emphasis:   {name: "Em"},
	page.TOC:        {name: "TOC"},
	page.TOCItem:    {name: "TOCI"},
	page.Index:      {name: "Index"},
}

// kindsUA2 are the structure types of ISO 32000-2, 14.8.4 and Annex M.
var kindsUA2 = [...]kind{
	page.Root:       {name: "Document"},
	page.Part:       {name: "Part"},
	page.Article:    {name: "Art", old: true},
	page.Section:    {name: "Sect"},
	page.Aside:      {name: "Aside"},
	page.Div:        {name: "Div"},
	page.Title:      {name: "Title"},
	page.H1:         {name: "H1"},
	page.H2:         {name: "H2"},
	page.H3:         {name: "H3"},
	page.H4:         {name: "H4"},
	page.H5:         {name: "H5"},
	page.H6:         {name: "H6"},
	page.Paragraph:  {name: "P"},
	page.BlockQuote: {name: "BlockQuote", old: true},
	page.Code:       {name: "Code", old: true},
	page.List:       {name: "L"},
	page.ListItem:   {name: "LI"},
	page.Label:      {name: "Lbl"},
	page.Body:       {name: "LBody"},
	page.Table:      {name: "Table", block: true},
	page.TableHead:  {name: "THead"},
	page.TableBody:  {name: "TBody"},
	page.TableFoot:  {name: "TFoot"},
	page.Row:        {name: "TR"},
	page.HeaderCell: {name: "TH"},
	page.DataCell:   {name: "TD"},
	page.Caption:    {name: "Caption"},
	page.Figure:     {name: "Figure", block: true},
	page.Note:       {name: "FENote"},
	page.Reference:  {name: "Reference", old: true},
	page.Anchor:     {name: "Link"},
	page.Span:       {name: "Span"},
	page.Strong:     {name: "Strong"},
	page.Emphasis:   {name: "Em"},
	page.TOC:        {name: "TOC", old: true},
	page.TOCItem:    {name: "TOCI", old: true},
	page.Index:      {name: "Index", old: true},
}

// roleMap maps our own types to standard ones (ISO 14289-1, 7.1).
const roleMap = "/RoleMap<</Aside/Sect/Em/Span/Strong/Span>>"

// kind is how the node's role is written in the document's profile.
func (d *document) kind(node int32) *kind {
	role := d.pages.Nodes[node].Role
	if d.info.Profile == UA2 {
		return &kindsUA2[role]
	}
	return &kindsUA1[role]
}
