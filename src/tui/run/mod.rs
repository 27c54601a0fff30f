//! The impure part.
