//! Papers: what each report says, as a document, and the forms it can take: text, Markdown, a page for printing, a
//! word-processor file, a message.
//!
//! A paper is made by a pure function from what the record says; the renderers are pure too. Only [`write`] touches
//! files. The numbers on a paper come from the functions behind the screens.

pub mod document;
pub mod docx;
pub mod form;
pub mod gather;
pub mod html;
pub mod list;
pub mod markdown;
pub mod meeting;
pub mod occasion;
pub mod office;
pub mod presence;
pub mod report;
pub mod text;
pub mod village;
pub mod whatsapp;
pub mod words;
pub mod write;
