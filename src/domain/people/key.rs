//! Public keys of OpenSSH: read strictly, since they go into the file that lets people in.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::domain::text;

/// The kinds that are taken. DSA is not: OpenSSH has dropped it.
const KINDS: [&str; 7] = [
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];
/// The longest key that is read, in characters of base64: RSA of 16,384 bits has 2,740.
const LONGEST: usize = 4_000;
/// An RSA key of 2,048 bits has a modulus of 256 bytes.
const LEAST_RSA: usize = 256;
const LONGEST_COMMENT: usize = 80;

/// One public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key {
    kind: String,
    /// In base64.
    blob: String,
    /// Clean, for people.
    comment: String,
}

/// Why a text is no public key that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no public key: {self:?}")]
pub enum KeyFault {
    /// A private key: it should never have left its owner.
    Private,
    /// More than one line.
    Lines,
    /// It begins with something else than a kind of key: options of a key file, or a kind that is not taken.
    Kind,
    /// The key is cut off or mistyped.
    Broken,
    /// RSA of fewer than 2,048 bits.
    Short,
}

impl Key {
    /// Reads one line of a `.pub` file: kind, key, and the comment if there is one.
    ///
    /// # Errors
    /// The [`KeyFault`]; options before the key are never taken.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let text = text.trim();
        if text.contains("PRIVATE KEY") {
            return Err(KeyFault::Private);
        }
        if text.contains(['\n', '\r']) {
            return Err(KeyFault::Lines);
        }
        let mut words = text.split([' ', '\t']).filter(|w| !w.is_empty());
        let first = words.next().unwrap_or_default();
        let kind = KINDS.into_iter().find(|kind| *kind == first);
        let kind = kind.ok_or(KeyFault::Kind)?;
        let blob = words.next().unwrap_or_default();
        let bytes = if blob.len() <= LONGEST {
            decode(blob)
        } else {
            None
        };
        let bytes = bytes.ok_or(KeyFault::Broken)?;
        let mut parts = Parts(&bytes);
        // The key names its kind itself, too.
        if parts.next() != Some(kind.as_bytes()) {
            return Err(KeyFault::Broken);
        }
        let body: Vec<&[u8]> = parts.by_ref().collect();
        if body.is_empty() || !parts.0.is_empty() {
            return Err(KeyFault::Broken);
        }
        // Of RSA the modulus comes last; a leading zero is no part of its length.
        let bits = body
            .last()
            .map_or(0, |m| m.iter().skip_while(|b| **b == 0).count());
        if kind == "ssh-rsa" && bits < LEAST_RSA {
            return Err(KeyFault::Short);
        }
        let comment = words.collect::<Vec<_>>().join(" ");
        let comment = text::clean_line(&comment);
        Ok(Self {
            kind: kind.to_owned(),
            blob: blob.to_owned(),
            comment: comment.chars().take(LONGEST_COMMENT).collect(),
        })
    }

    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// In base64.
    #[must_use]
    pub fn blob(&self) -> &str {
        &self.blob
    }

    #[must_use]
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// As `ssh-keygen -l` shows it: `SHA256:…`
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let bytes = decode(&self.blob).unwrap_or_default();
        format!("SHA256:{}", encode(&Sha256::digest(bytes)))
    }
}

impl Key {
    /// The same without what its owner wrote behind it, mostly a name.
    #[must_use]
    pub fn without_comment(&self) -> Self {
        Self {
            comment: String::new(),
            ..self.clone()
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.blob)?;
        if self.comment.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", self.comment)
        }
    }
}

impl TryFrom<String> for Key {
    type Error = KeyFault;
    fn try_from(text: String) -> Result<Self, KeyFault> {
        Self::read(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.to_string()
    }
}

/// The parts of a key: each has its length in four bytes before it (RFC 4251, section 5). Ends at what is no part.
struct Parts<'a>(&'a [u8]);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(part)
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 (RFC 4648, section 4) with its padding; none where it is anything else.
fn decode(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || !bytes.len().is_multiple_of(4) {
        return None;
    }
    let body = text.trim_end_matches('=');
    if bytes.len() - body.len() > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in body.bytes() {
        let value = LETTERS.iter().position(|l| *l == letter)?;
        held = held << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    // What is left over of the last letter must be nothing, else two texts would be one key.
    (held & ((1 << bits) - 1) == 0).then_some(out)
}

/// Base64 without padding, as fingerprints have it.
fn encode(bytes: &[u8]) -> String {
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let mut held = 0_u32;
        for at in 0..3 {
            held = held << 8 | u32::from(three.get(at).copied().unwrap_or(0));
        }
        for at in 0..=three.len() {
            let index = held >> (18 - 6 * at) & 0x3f;
            out.push(char::from(LETTERS[index as usize]));
        }
    }
    out
}
