//! Where results go: standard output, or a file that appears when it is complete.

use crate::{
    args::OutputArgs,
    failure::{Failure, Status},
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// An open output.
pub(crate) struct Output {
    to: BufWriter<Box<dyn Write>>,
    name: String,
    /// The temporary and the final name of a file.
    rename: Option<(PathBuf, PathBuf)>,
}

impl Output {
    /// Opens what the arguments ask for.
    pub(crate) fn open(args: &OutputArgs) -> Result<Self, Failure> {
        let Some(path) = &args.output else {
            return Ok(Self::new(Box::new(io::stdout().lock()), "standard output".to_owned(), None));
        };
        let name = path.display().to_string();
        let opening = |error: io::Error| {
            let what = format_args!("cannot be written ({})", crate::failure::plain(&error)).to_string();
            Failure::new(&name, what, "name a file in a directory that exists and is yours with -o")
        };
        // A device or a pipe cannot be renamed; it is written straight.
        if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            let file = File::options().write(true).open(path).map_err(opening)?;
            return Ok(Self::new(Box::new(file), name, None));
        }
        let temporary = temporary(path);
        let file = File::create(&temporary).map_err(opening)?;
        Ok(Self::new(Box::new(file), name, Some((temporary, path.clone()))))
    }

    fn new(to: Box<dyn Write>, name: String, rename: Option<(PathBuf, PathBuf)>) -> Self {
        Self { to: BufWriter::new(to), name, rename }
    }

    /// Writes with what is given.
    pub(crate) fn with(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        write(&mut self.to).map_err(|error| Failure::writing(&self.name, &error))
    }

    /// Writes what is left, and gives a file its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.with(|to| to.flush())?;
        if let Some((from, to)) = self.rename.take() {
            fs::rename(from, to).map_err(|error| Failure::writing(&self.name, &error))?;
        }
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some((temporary, _)) = &self.rename {
            // An incomplete file helps nobody; that it is gone already is no matter.
            let _ = fs::remove_file(temporary);
        }
    }
}

/// A name beside the final one, so that renaming stays within the file system.
fn temporary(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// Prints something whole on standard output.
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<Status, Failure> {
    let mut output = Output::open(&OutputArgs::default())?;
    output.with(|to| to.write_all(text.as_ref()))?;
    output.finish()?;
    Ok(Status::Fine)
}
