//! `zahlenwerk explain`.

use crate::{
    args::ExplainArgs,
    failure::{Failure, Status},
    output::print,
};
use zahlenwerk::{Article, lexicon::user::closest, write::page};

pub(crate) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    if let Some(page) = page::find(&args.text)? {
        return print(page);
    }
    if let Some(near) = misspelled(&args.text)? {
        let advice = format!("did you mean `zahlenwerk explain {near}`?");
        return Err(Failure::new(&args.text, "no check and no rule has this id", advice));
    }
    let article = Article { id: "text", text: &args.text, date: args.date, title: None };
    print(crate::words::pipeline(&args.words)?.explain(&article))
}

/// The id that was probably meant by a single word that looks like one.
fn misspelled(text: &str) -> Result<Option<String>, Failure> {
    let like_an_id = text.len() > 3 && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'_' | b'.'));
    if !like_an_id {
        return Ok(None);
    }
    let ids = page::ids()?;
    Ok(closest(text, ids.iter().map(String::as_str)).map(str::to_owned))
}
