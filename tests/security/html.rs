//! A reader of pages as browsers read them (WHATWG HTML, section 13.2.5), as far as our templates go: tags with quoted
//! attributes, text, a doctype. Whatever it does not know is a fault of the page.

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Open(String, Vec<(String, String)>),
    Close(String),
    Text(String),
}

/// What the characters of a text or a value stand for.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

/// The pieces of a page in their order.
pub fn pieces(page: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        push_text(&mut pieces, &rest[..at]);
        let (tag, after) = tag(&rest[at + 1..]);
        pieces.extend(tag);
        rest = after;
    }
    push_text(&mut pieces, rest);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    assert!(
        !text.contains('>'),
        "a bracket that belongs to nothing: {text}"
    );
    if !text.is_empty() {
        pieces.push(Piece::Text(plain(text)));
    }
}

/// A tag from behind its first bracket, and what comes after it.
fn tag(text: &str) -> (Option<Piece>, &str) {
    if let Some(after) = text.strip_prefix("!DOCTYPE html>") {
        return (None, after);
    }
    if let Some(text) = text.strip_prefix('/') {
        let (name, after) = text.split_once('>').unwrap();
        return (Some(Piece::Close(name.to_owned())), after);
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let end = text.find(|c| !is_name(c)).unwrap();
    let (name, mut rest) = text.split_at(end);
    assert!(!name.is_empty(), "a bracket that opens nothing: {text:.80}");
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
            return (Some(Piece::Open(name.to_owned(), attributes)), after);
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-:_".contains(c);
        let end = rest.find(|c| !is_name(c)).unwrap();
        assert!(end > 0, "no attribute of ours in <{name}: {rest:.80}");
        let (attribute, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(after) => after.split_once('"').unwrap(),
            None => ("", after),
        };
        attributes.push((attribute.to_owned(), plain(value)));
        rest = after;
    }
}

/// Elements without an end (WHATWG HTML, section 13.1.2).
const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];
/// Attributes that lead somewhere.
const LINKS: [&str; 7] = [
    "href",
    "src",
    "action",
    "formaction",
    "data-live",
    "xlink:href",
    "srcset",
];
/// Elements that nobody but an attacker puts on a page of ours.
const FOREIGN: [&str; 9] = [
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "template",
    "math",
    "foreignobject",
    "x-probe",
];
/// Elements that browsers isolate from what stands around them (WHATWG HTML, section 15.3.3, `unicode-bidi: isolate`), and
/// those whose text is drawn by itself.
const ISOLATES: [&str; 32] = [
    "bdi",
    "p",
    "div",
    "li",
    "td",
    "th",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "caption",
    "summary",
    "legend",
    "button",
    "option",
    "textarea",
    "title",
    "section",
    "blockquote",
    "figcaption",
    "label",
    "output",
    "main",
    "header",
    "pre",
    "article",
    "details",
    "fieldset",
    "ol",
    "ul",
    "form",
];

/// Fails where a page holds what our templates never write: other elements, handlers, scripts of its own, links that do
/// something. Returns its pieces.
pub fn sound(page: &str, what: &str) -> Vec<Piece> {
    let pieces = pieces(page);
    let mut open: Vec<String> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(name, attributes) => {
                assert!(!FOREIGN.contains(&name.as_str()), "{what}: <{name}>");
                if name == "script" {
                    let own = attributes
                        .iter()
                        .any(|(n, v)| n == "src" && v.starts_with("/assets/"));
                    let is_empty = pieces.get(at + 1) == Some(&Piece::Close(name.clone()));
                    assert!(own && is_empty, "{what}: a script: {attributes:?}");
                }
                for (attribute, value) in attributes {
                    assert!(
                        !attribute.starts_with("on"),
                        "{what}: <{name} {attribute}={value}>"
                    );
                    let leads = LINKS.contains(&attribute.as_str());
                    assert!(
                        !leads || is_harmless(value),
                        "{what}: <{name} {attribute}={value}>"
                    );
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name.clone());
                }
            }
            Piece::Close(name) => {
                assert_eq!(
                    open.pop().as_ref(),
                    Some(name),
                    "{what}: the tree is broken"
                );
            }
            Piece::Text(_) => {}
        }
    }
    assert_eq!(open, [""; 0], "{what}: not all is closed");
    pieces
}

/// An address within the desk, on the web or of a telephone.
fn is_harmless(address: &str) -> bool {
    let own = address.starts_with('/') && !address.starts_with("//");
    let known = ["#", "?", "https://", "http://", "tel:"];
    own || known.iter().any(|start| address.starts_with(start))
}

/// The elements in which a mark stands with other words beside it, without anything that keeps its direction to itself.
pub fn unisolated(pieces: &[Piece], mark: &str) -> Vec<String> {
    // Of each open element: its name, what it says, and whether the mark stands in it.
    let mut open: Vec<(String, String, String)> = Vec::new();
    let mut found = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Open(name, _) if VOID.contains(&name.as_str()) => {}
            Piece::Open(name, _) => open.push((name.clone(), String::new(), String::new())),
            Piece::Text(text) => {
                let Some((_, all, hostile)) = open.last_mut() else {
                    continue;
                };
                all.push_str(text);
                if text.contains(mark) {
                    hostile.push_str(text);
                }
            }
            Piece::Close(_) => {
                let (name, all, hostile) = open.pop().unwrap();
                let is_alone = all.trim() == hostile.trim();
                let isolates = ISOLATES.contains(&name.as_str());
                if !hostile.is_empty() && isolates && name != "bdi" && !is_alone {
                    found.push(format!("<{name}>{all}"));
                }
                // What is not isolated counts in the element around it.
                if let Some((_, around, theirs)) = open.last_mut().filter(|_| !isolates) {
                    around.push_str(&all);
                    theirs.push_str(&hostile);
                }
            }
        }
    }
    found
}

#[test]
fn pages_are_read_as_browsers_read_them() {
    let page = "<!DOCTYPE html><p class=\"a\" hidden>1 &lt; 2<br>&quot;</p>";
    let open = |name: &str, attributes: &[(&str, &str)]| {
        let pairs = attributes
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        Piece::Open(name.to_owned(), pairs.collect())
    };
    let expected = [
        open("p", &[("class", "a"), ("hidden", "")]),
        Piece::Text("1 < 2".into()),
        open("br", &[]),
        Piece::Text("\"".into()),
        Piece::Close("p".into()),
    ];
    assert_eq!(pieces(page), expected);
    sound(page, "page");
    for bad in [
        "<p onclick=\"a\"></p>",
        "<script>a</script>",
        "<script src=\"https://a.example/\"></script>",
        "<a href=\"javascript:a\"></a>",
        "<a href=\"//a.example\"></a>",
        "<p><b></p></b>",
        "<p>",
        "<x-probe></x-probe>",
        "a > b",
        "<p '></p>",
    ] {
        let read = std::panic::catch_unwind(|| sound(bad, "bad"));
        assert!(read.is_err(), "{bad}");
    }
}

#[test]
fn what_stands_beside_words_is_isolated() {
    for (page, count) in [
        ("<p>\u{202e}a</p>", 0),
        ("<p>b <bdi>\u{202e}a</bdi></p>", 0),
        ("<p>b \u{202e}a</p>", 1),
        ("<p>b <span>\u{202e}a</span></p>", 1),
        ("<td><span>\u{202e}a</span></td>", 0),
        ("<div>b<p>\u{202e}a</p></div>", 0),
    ] {
        assert_eq!(unisolated(&pieces(page), "\u{202e}").len(), count, "{page}");
    }
}
