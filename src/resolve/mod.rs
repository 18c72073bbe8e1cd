//! Statements become claims: what *im Vorjahr* and *der Konzern* mean is found here.

pub mod period;
