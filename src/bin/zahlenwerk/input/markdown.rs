//! Markdown becomes text: a paragraph a line, with blank lines between; code and HTML are left out.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A text and what it says about itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) text: String,
    /// From the front matter, else the first heading of the highest level.
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
}

/// Reads Markdown.
pub(super) fn read(markdown: &str) -> Plain {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let mut plain = Plain::default();
    let (mut skipping, mut heading, mut front) = (0_u32, None, false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => front = true,
            Event::End(TagEnd::MetadataBlock(_)) => front = false,
            Event::Text(text) if front => plain.front(&text),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. }) => skipping += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image) => {
                skipping = skipping.saturating_sub(1);
            }
            _ if skipping > 0 => {}
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => heading = Some(plain.text.len()),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(start) = heading.take() {
                    let title = plain.text.get(start..).map(|it| it.trim().to_owned());
                    plain.title = plain.title.take().or(title.filter(|it| !it.is_empty()));
                }
                plain.end("\n\n");
            }
            Event::End(TagEnd::Paragraph | TagEnd::Table | TagEnd::List(_)) => plain.end("\n\n"),
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => plain.end("\n"),
            Event::End(TagEnd::TableCell) => plain.text.push('\t'),
            Event::Text(text) | Event::Code(text) => plain.text.push_str(&text),
            Event::SoftBreak => plain.text.push(' '),
            Event::HardBreak => plain.text.push('\n'),
            _ => {}
        }
    }
    plain.text.truncate(plain.text.trim_end().len());
    plain
}

impl Plain {
    /// Ends a block with as many line breaks, unless they are there.
    fn end(&mut self, with: &str) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str(with);
        }
    }

    /// Reads title and date of the front matter.
    fn front(&mut self, text: &str) {
        for line in text.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            match key.trim() {
                _ if value.is_empty() => {}
                "title" => self.title = Some(value),
                "date" => self.date = Some(value),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines() {
        let plain = read(
            "---\ndate: 2024-08-26\n---\n# Umsatz *steigt*\n\nEr stieg um\n**3 %**.\n\n- 4 Euro\n- 5 Euro\n\n```\n9 %\n```\nEnde.",
        );
        assert_eq!(plain.text, "Umsatz steigt\n\nEr stieg um 3 %.\n\n4 Euro\n5 Euro\n\nEnde.");
        assert_eq!(
            (plain.title.as_deref(), plain.date.as_deref()),
            (Some("Umsatz steigt"), Some("2024-08-26"))
        );
    }
}
