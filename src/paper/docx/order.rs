//! The order of properties inside a DOCX. The schema prescribes one, docx-rs writes another, and not every word
//! processor forgives it.

/// Property elements with their children in the schema's order (ECMA-376, part 1, §17), as far as papers use them.
const ORDERS: [(&str, &[&str]); 5] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:pBdr",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:lang"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"]),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
        ],
    ),
];

/// The same XML with every property element's children in order. It must come from docx-rs: well formed, no property
/// element inside another of its own name, texts escaped.
pub(super) fn ordered(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push('<');
        rest = after;
        let Some((tag, inside)) = after.split_once('>') else { continue };
        let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == tag) else { continue };
        let Some((content, behind)) = inside.split_once(&format!("</{tag}>")) else { continue };
        let mut children = children(content);
        children.sort_by_key(|(name, _)| order.iter().position(|known| known == name).unwrap_or(order.len()));
        out.push_str(tag);
        out.push('>');
        out.extend(children.into_iter().map(|(_, child)| child));
        out.push_str("</");
        out.push_str(tag);
        out.push('>');
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The elements of a content with their names, each ordered inside.
fn children(content: &str) -> Vec<(&str, String)> {
    let mut out = Vec::new();
    let mut rest = content;
    while let Some((tag, after)) = rest.split_once('<').and_then(|(_, tag)| tag.split_once('>')) {
        let name = tag.split([' ', '/']).next().unwrap_or(tag);
        if tag.ends_with('/') {
            out.push((name, format!("<{tag}>")));
            rest = after;
            continue;
        }
        let end = format!("</{name}>");
        let Some((inside, behind)) = after.split_once(&end) else { break };
        out.push((name, ordered(&format!("<{tag}>{inside}{end}"))));
        rest = behind;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_put_in_order_at_every_depth() {
        let xml = "<w:p a=\"1\"><w:pPr><w:rPr><w:sz w:val=\"2\" /><w:b /></w:rPr><w:jc w:val=\"both\" /><w:keepNext />\
                   <w:x /></w:pPr><w:r><w:rPr /><w:t>a &lt; b</w:t></w:r></w:p>";
        let wanted = "<w:p a=\"1\"><w:pPr><w:keepNext /><w:jc w:val=\"both\" /><w:rPr><w:b /><w:sz w:val=\"2\" /></w:rPr>\
                      <w:x /></w:pPr><w:r><w:rPr /><w:t>a &lt; b</w:t></w:r></w:p>";
        assert_eq!(ordered(xml), wanted);
        assert_eq!(ordered("<a>b</a> c"), "<a>b</a> c");
    }
}
