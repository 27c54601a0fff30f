//! The forms that a paper can take.

use std::io;

use super::document::Document;
use super::{docx, html, markdown, text, whatsapp};
use crate::strings::Strings;

/// A form of papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A file for a word processor: to be printed, and to be gone on writing in.
    #[default]
    Docx,
    /// A page to print from a browser.
    Html,
    /// Pages of plain text.
    Text,
    Markdown,
    /// A message to a group.
    WhatsApp,
}

impl Form {
    /// The words of `--format`.
    pub const WORDS: [&str; 5] = ["txt", "md", "html", "docx", "wa"];

    /// Those of files, in the order in which they are offered.
    pub const FILES: [Self; 4] = [Self::Docx, Self::Html, Self::Text, Self::Markdown];

    /// The word of `--format`; of the forms of files also the ending of their names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::WhatsApp => "wa",
        }
    }

    /// The form of a word of `--format`, or of the ending of a file.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let mut all = Self::FILES.into_iter().chain([Self::WhatsApp]);
        all.find(|form| form.word().eq_ignore_ascii_case(word))
    }

    /// The form of files that is offered after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::FILES.iter().position(|form| *form == self);
        Self::FILES[at.map_or(0, |at| (at + 1) % Self::FILES.len())]
    }

    /// A paper in this form.
    ///
    /// # Errors
    /// When the parts of a word processor's file cannot be packed, which memory alone can stop.
    pub fn render(self, doc: &Document, s: &Strings) -> io::Result<Vec<u8>> {
        Ok(match self {
            Self::Text => text::render(doc).into_bytes(),
            Self::Markdown => markdown::render(doc).into_bytes(),
            Self::Html => html::render(doc, s.lang.word()).into_bytes(),
            Self::Docx => docx::render(doc)?,
            Self::WhatsApp => whatsapp::render(doc).into_bytes(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_one_form_and_the_forms_of_files_go_round() {
        let read: Vec<Form> = Form::WORDS.into_iter().filter_map(Form::parse).collect();
        assert_eq!(read.len(), Form::WORDS.len());
        assert!(read.iter().zip(Form::WORDS).all(|(f, w)| f.word() == w));
        assert_eq!(Form::parse("DOCX"), Some(Form::Docx));
        assert_eq!(Form::parse("pdf"), None);
        let mut seen = vec![Form::default()];
        while seen.len() < Form::FILES.len() {
            seen.push(seen[seen.len() - 1].next());
        }
        assert_eq!(seen, Form::FILES);
        assert_eq!(seen[seen.len() - 1].next(), Form::default());
    }
}
