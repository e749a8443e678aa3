package config

import "stadtbote/internal/digest"

// Data is the folder data/: what templates and the site need to know beside
// the articles.
type Data struct {
	Editors        map[string]string // redaktion.yaml: Kürzel → name
	Keywords       []Keyword         // stichwoerter.yaml
	Imprint        *Imprint          // impressum.yaml; nil without one
	Privacy        *Privacy          // datenschutz.yaml; nil without one
	Statement      *Statement        // barrierefreiheit.yaml; nil without one
	Municipalities []Municipality    // kommunen.yaml
	All            map[string]any    // every file by its name without ending, for templates
	Sum            digest.Sum        // names the whole folder
}

// Keyword is one entry of data/stichwoerter.yaml.
type Keyword struct {
	Name        string   // the spelling that is shown
	Synonyms    []string // other spellings, folded into Name
	Description string
}
