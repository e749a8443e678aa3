"""Turns the Markdown of an article into Typst's markup: as much as the articles
of the comparison use."""
import re

from markdown_it import MarkdownIt

parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def matter(text, *keys):
    for key in keys:
        found = re.search(rf"^{key}:\s*(.+)$", text, re.M)
        if found:
            return found[1].strip().strip("\"'")
    return ""


def article(text):
    """The whole article: front matter and body."""
    notes = {}
    text = re.sub(r"^\[\^(\w+)\]: (.*)$", lambda found: notes.update({found[1]: found[2]}) or "", text, flags=re.M)
    parts = re.split(r"^---\s*$", text, maxsplit=2, flags=re.M)
    front, body = (parts[1], parts[2]) if len(parts) == 3 else ("", text)
    title = matter(front, "titel", "title") or "Ohne Titel"
    teaser = matter(front, "teaser", "description", "summary", "excerpt")
    out = [f"#set document(title: {quoted(title)})", f"#heading(level: 1)[#text({quoted(title)})]"]
    if teaser:
        out.append(f"#par[#text({quoted(teaser)})]")
    out.append(blocks(parser.parse(re.sub(r"<[^>]*>", "", body))))
    made = "\n\n".join(out) + "\n"
    for name, note in notes.items():
        made = made.replace(f"[^{name}]", f'")#footnote[#text({quoted(note)})]#text("')
    return made


def inline(tokens):
    out = []
    for token in tokens:
        match token.type:
            case "text" | "html_inline":
                out.append(f"#text({quoted(token.content)})")
            case "softbreak":
                out.append("\n")
            case "hardbreak":
                out.append("#linebreak()")
            case "code_inline":
                out.append(f"#raw({quoted(token.content)})")
            case "strong_open":
                out.append("#strong[")
            case "em_open":
                out.append("#emph[")
            case "s_open":
                out.append("#strike[")
            case "link_open":
                address = token.attrGet("href") or ""
                out.append(f"#link({quoted(address)})[" if re.match("https?:|mailto:", address) else "#text[")
            case "strong_close" | "em_close" | "s_close" | "link_close":
                out.append("]")
            case "image":
                source = token.attrGet("src") or ""
                if re.fullmatch(r"[\w-]+\.jpg", source):
                    out.append(f"#image({quoted(source)}, alt: {quoted(token.content)}, width: 100%)")
                else:
                    out.append(f"#text({quoted(token.content)})")
    return "".join(out)


def blocks(tokens):
    out, level, row, rows = [], 1, [], []
    for token in tokens:
        match token.type:
            case "heading_open":
                level = min(int(token.tag[1]), level + 1)
                level = max(level, 2)
                out.append(f"\n#heading(level: {level})[")
            case "inline":
                out.append(inline(token.children))
            case "heading_close":
                out.append("]\n")
            case "paragraph_open":
                out.append("\n#par[")
            case "paragraph_close":
                out.append("]\n")
            case "bullet_list_open":
                out.append("\n#list(")
            case "ordered_list_open":
                out.append("\n#enum(")
            case "list_item_open":
                out.append("[")
            case "list_item_close":
                out.append("],")
            case "bullet_list_close" | "ordered_list_close":
                out.append(")\n")
            case "blockquote_open":
                out.append("\n#quote(block: true)[")
            case "blockquote_close":
                out.append("]\n")
            case "code_block" | "fence":
                out.append(f"\n#raw(block: true, {quoted(token.content)})\n")
            case "hr":
                out.append("\n#line(length: 100%)\n")
            case "table_open":
                columns = sum(t.type == "th_open" for t in tokens)
                out.append(f"\n#table(columns: {max(1, columns)}, ")
            case "thead_open":
                out.append("table.header(")
            case "thead_close":
                out.append("),")
            case "th_open" | "td_open":
                out.append("[")
            case "th_close" | "td_close":
                out.append("],")
            case "table_close":
                out.append(")\n")
    return "".join(out)
