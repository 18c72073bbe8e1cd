//! Every form of input, and files that mean harm.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use assert_cmd::cargo::cargo_bin_cmd;
use parquet::{
    data_type::{ByteArray, ByteArrayType, Int32Type},
    file::writer::SerializedFileWriter,
    schema::parser::parse_message_type,
};
use serde_json::Value;
use std::{fs, io::Write, path::Path, sync::Arc};

const TEXT: &str = "Der Umsatz stieg um 3 Prozent auf 5 Millionen Euro.";

/// The documents, standard error and exit status of `extract` in a folder of files.
fn extract(files: &[(&str, &[u8])], args: &[&str]) -> (Vec<Value>, String, i32) {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    extract_in(folder.path(), args)
}

fn extract_in(folder: &Path, args: &[&str]) -> (Vec<Value>, String, i32) {
    let mut command = cargo_bin_cmd!("zahlenwerk");
    command.current_dir(folder).args(["extract", "-q", "--format", "jsonl"]).args(args);
    let output = command.output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let documents = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (documents, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

/// Id, date and title of a document with a number of claims.
fn about(document: &Value) -> (&str, Option<&str>, Option<&str>, usize) {
    let text = |key: &str| document[key].as_str();
    (text("id").unwrap(), text("date"), text("title"), document["claims"].as_array().unwrap().len())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    to.write_all(bytes).unwrap();
    to.finish().unwrap()
}

fn page(head: &str) -> String {
    let filler =
        "Das Unternehmen betreibt viele Hotels in mehreren Ländern und will weiter wachsen. ".repeat(8);
    format!(
        "<!doctype html><html><head>{head}</head><body><nav><a href=/>Start</a> 99 Euro</nav>\
         <article><h1>Hotels wachsen</h1><p>{TEXT}</p><p>{filler}</p></article></body></html>"
    )
}

#[test]
fn compressed_files_are_read_as_what_is_in_them() {
    let row = format!("{{\"id\":\"r\",\"text\":\"{TEXT}\"}}\n");
    let twice = [gzip(row.as_bytes()), gzip(row.as_bytes())].concat();
    let zst = zstd::encode_all(TEXT.as_bytes(), 3).unwrap();
    let (found, errors, status) = extract(&[("a.txt.zst", &zst), ("b.jsonl.gz", &twice)], &["."]);
    assert_eq!((errors.as_str(), status), ("", 0));
    let ids: Vec<_> = found.iter().map(about).collect();
    assert_eq!(ids, [("a", None, None, 2), ("r", None, None, 2), ("r", None, None, 2)]);
}

#[test]
fn markdown_and_pages_are_articles() {
    let markdown = format!("---\ntitle: Wachstum\ndate: 2024-08-26\n---\n\n{TEXT}\n\n```\n7 Euro\n```\n");
    let head = "<title>Hotels wachsen</title><meta charset=iso-8859-1>\
        <meta property=\"article:published_time\" content=\"2024-03-01T10:00:00+01:00\">";
    let html = encoding_rs::WINDOWS_1252.encode(&page(head)).0.into_owned();
    let (found, errors, status) = extract(&[("a.md", markdown.as_bytes()), ("b.html", &html)], &["."]);
    assert_eq!((errors.as_str(), status), ("", 0));
    assert_eq!(about(&found[0]), ("a", Some("2024-08-26"), Some("Wachstum"), 2));
    assert_eq!(about(&found[1]), ("b", Some("2024-03-01"), Some("Hotels wachsen"), 2));
}

#[test]
fn tables_have_named_columns() {
    let csv =
        format!("nr;body;tag;title\n1;\"{TEXT}\";2024-08-26;Eins\n2;\"4\nEuro\";;\n3;5 Euro;gestern;\n");
    let args = ["a.csv", "--text-field", "body", "--id-field", "nr", "--date-field", "tag"];
    let (found, errors, status) = extract(&[("a.csv", csv.as_bytes())], &args);
    assert_eq!(status, 2);
    assert_eq!(errors, "zahlenwerk: a.csv:5: `gestern` is no date; write it as YYYY-MM-DD\n");
    let found: Vec<_> = found.iter().map(about).collect();
    assert_eq!(found, [("1", Some("2024-08-26"), Some("Eins"), 2), ("2", None, None, 1)]);
    let (_, errors, status) = extract(&[("a.csv", csv.as_bytes())], &["a.csv"]);
    assert_eq!(status, 2);
    assert_eq!(
        errors,
        "zahlenwerk: a.csv: has no column `text`; name the column of the text with --text-field\n"
    );
    let row = format!("{{\"nr\":7,\"body\":\"{TEXT}\",\"text\":5}}\n");
    let (found, ..) =
        extract(&[("a.jsonl", row.as_bytes())], &["a.jsonl", "--text-field", "body", "--id-field", "nr"]);
    assert_eq!(about(&found[0]), ("7", None, None, 2), "keys of rows too");
}

/// A file with a column of texts, one of days and one of somebody else.
fn parquet(texts: &[&str]) -> Vec<u8> {
    let schema =
        "message articles { required binary text (UTF8); required int32 date (DATE); required int32 more; }";
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let texts: Vec<ByteArray> = texts.iter().map(|text| ByteArray::from(*text)).collect();
    let days = vec![19_961; texts.len()];
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<ByteArrayType>().write_batch(&texts, None, None).unwrap();
    column.close().unwrap();
    while let Some(mut column) = group.next_column().unwrap() {
        column.typed::<Int32Type>().write_batch(&days, None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn parquet_has_named_columns() {
    let bytes = parquet(&[TEXT, "4 Euro"]);
    let (found, errors, status) = extract(&[("a.parquet", &bytes)], &["a.parquet"]);
    assert_eq!((errors.as_str(), status), ("", 0));
    let found: Vec<_> = found.iter().map(about).collect();
    assert_eq!(found, [("a:1", Some("2024-08-26"), None, 2), ("a:2", Some("2024-08-26"), None, 1)]);
}

fn warc(kind: &str, http: &str, body: &[u8]) -> Vec<u8> {
    let answer = [http.replace('\n', "\r\n").as_bytes(), b"\r\n", body].concat();
    let head = format!(
        "WARC/1.0\nWARC-Type: {kind}\nWARC-Target-URI: https://example.org/{kind}\nWARC-Date: 2024-05-06T07:08:09Z\n\
         Content-Type: application/http; msgtype=response\nContent-Length: {}\n\n",
        answer.len()
    );
    [head.replace('\n', "\r\n").as_bytes(), &answer, b"\r\n\r\n"].concat()
}

#[test]
fn archives_give_their_pages() {
    let html = page("<title>Hotels wachsen</title>");
    let chunked = format!("{:x}\r\n{html}\r\n0\r\n\r\n", html.len());
    let records = [
        warc("request", "GET / HTTP/1.1\n", b""),
        warc("response", "HTTP/1.1 200 OK\nContent-Type: image/png\n", b"\x89PNG"),
        warc("response", "HTTP/1.1 404 Not Found\nContent-Type: text/html\n", html.as_bytes()),
        warc("response", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n", html.as_bytes()),
        warc(
            "response",
            "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nTransfer-Encoding: chunked\n",
            chunked.as_bytes(),
        ),
    ];
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let (found, errors, status) = extract(&[("a.warc.gz", &packed)], &["a.warc.gz"]);
    assert_eq!((errors.as_str(), status), ("", 0));
    let found: Vec<_> = found.iter().map(about).collect();
    let want = ("https://example.org/response", Some("2024-05-06"), Some("Hotels wachsen"), 2);
    assert_eq!(found, [want, want]);
}

#[test]
fn patterns_and_lists_name_files() {
    let files: [(&str, &[u8]); 4] =
        [("b/2.txt", b"3 Euro"), ("b/1.txt", b"2 Euro"), ("c.txt", b"4 Euro"), ("list", b"c.txt\n\nb\n")];
    let ids = |args: &[&str]| {
        let (found, errors, status) = extract(&files, args);
        let ids: Vec<String> = found.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
        (ids.join(" "), errors, status)
    };
    assert_eq!(ids(&["*/*.txt"]), ("1 2".to_owned(), String::new(), 0));
    assert_eq!(ids(&["--files-from", "list"]), ("c 1 2".to_owned(), String::new(), 0));
    assert_eq!(ids(&["c.txt", "--files-from", "list"]).0, "c c 1 2");
    let (_, errors, status) = ids(&["*.html"]);
    assert!(status == 2 && errors.contains("*.html: matches no file; check the pattern"), "{errors}");
    let (_, errors, status) = ids(&["--files-from", "fehlt"]);
    assert!(status == 2 && errors.contains("fehlt: cannot be read"), "{errors}");
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 40 << 20];
    let (gz, zst) = (gzip(&zeros), zstd::encode_all(&*zeros, 3).unwrap());
    let (found, errors, status) =
        extract(&[("a.jsonl.gz", &gz), ("b.txt.zst", &zst), ("c.txt", TEXT.as_bytes())], &["."]);
    assert_eq!((found.len(), status), (1, 2));
    assert_eq!(errors.matches("more than 250 times its size comes out of it").count(), 2, "{errors}");
}

#[test]
fn broken_files_are_told_and_the_others_read() {
    let parquet = parquet(&[TEXT; 50]);
    let mut bent = parquet.clone();
    for at in (4..bent.len() - 8).step_by(7) {
        bent[at] ^= 0x55;
    }
    let warc = warc("response", "HTTP/1.1 200 OK\nContent-Type: text/html\n", page("").as_bytes());
    let deep = format!("{{\"text\":\"4 Euro\",\"more\":{}", "[".repeat(200_000));
    let nested = format!("<html><body>{}{TEXT}", "<div>".repeat(200_000));
    let files: [(&str, &[u8]); 10] = [
        ("a.parquet", &parquet[..parquet.len() / 2]),
        ("b.parquet", b"PAR1"),
        ("c.parquet", &bent),
        ("d.warc", &warc[..warc.len() / 2]),
        ("e.warc", b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nab"),
        ("f.jsonl", deep.as_bytes()),
        ("g.html", nested.as_bytes()),
        ("h.txt.gz", b"\x1f\x8b\x08\x00nichts"),
        ("i.csv", b"a,text\n\"x"),
        ("j.txt", TEXT.as_bytes()),
    ];
    let (found, errors, status) = extract(&files, &["."]);
    assert_eq!(status, 2);
    assert!(!errors.contains("the program failed"), "{errors}");
    for name in ["a.parquet", "b.parquet", "c.parquet", "d.warc", "e.warc", "f.jsonl:1", "g.html", "h.txt.gz"]
    {
        assert!(errors.contains(&format!("zahlenwerk: ./{name}: ")), "{name} in {errors}");
    }
    assert_eq!(found.last().map(about), Some(("j", None, None, 2)));
}
