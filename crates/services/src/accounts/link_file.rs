//! Links to hand over, in a file that its owner alone may read.

use super::InviteLink;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use tokio::{
    fs::{File, OpenOptions},
    io::AsyncWriteExt,
};

/// A CSV file of invitations. One without a link is taken away when it is dropped.
pub struct LinkFile {
    path: PathBuf,
    file: File,
    house: String,
    links: u64,
}

impl LinkFile {
    /// Makes the file; one that exists is left alone, and an error. `house` is the address that comes
    /// before each link.
    pub async fn create(path: &Path, house: &str) -> io::Result<LinkFile> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let file = options.open(path).await?;
        let mut made = LinkFile { path: path.to_owned(), file, house: house.to_owned(), links: 0 };
        made.write("name,email,invitation,expires\n").await?;
        Ok(made)
    }

    /// Writes some links, down to the disk: their tokens are nowhere else.
    pub async fn add(&mut self, links: &[InviteLink]) -> io::Result<()> {
        let mut text = String::new();
        for link in links {
            let (name, email) = (cell(&link.name), cell(&link.email));
            text.push_str(&format!("{name},{email},{}{},{}\n", self.house, link.path(), link.expires));
        }
        if !text.is_empty() {
            self.write(&text).await?;
            self.links += u64::try_from(links.len()).unwrap_or(u64::MAX);
        }
        Ok(())
    }

    async fn write(&mut self, text: &str) -> io::Result<()> {
        self.file.write_all(text.as_bytes()).await?;
        self.file.flush().await?;
        self.file.sync_data().await
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many it holds.
    pub fn links(&self) -> u64 {
        self.links
    }
}

impl Drop for LinkFile {
    fn drop(&mut self) {
        if self.links == 0 {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A quoted cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::PersonId;

    fn link(name: &str) -> InviteLink {
        InviteLink {
            person: PersonId::new(ulid::Ulid::nil()),
            name: name.into(),
            email: "luc@exemple.fr".into(),
            token: "jeton".into(),
            expires: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[tokio::test]
    async fn links_are_added_for_their_owner_alone_and_nothing_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("invitations.csv");
        let mut file = LinkFile::create(&path, "https://preau.exemple.fr").await.unwrap();
        file.add(&[link("=cmd() Morel")]).await.unwrap();
        // What was written is there whatever becomes of the next.
        let text = fs::read_to_string(&path).unwrap();
        let line = "\"'=cmd() Morel\",\"luc@exemple.fr\",https://preau.exemple.fr/join/jeton,";
        assert!(text.lines().nth(1).unwrap().starts_with(line), "{text}");
        file.add(&[link("Zoé"), link("Ana")]).await.unwrap();
        assert_eq!(file.links(), 3);
        drop(file);
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 4);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let refused = LinkFile::create(&path, "").await.err().unwrap();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 4);
    }

    #[tokio::test]
    async fn a_file_without_a_link_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("invitations.csv");
        let mut file = LinkFile::create(&path, "").await.unwrap();
        file.add(&[]).await.unwrap();
        assert!(path.exists());
        drop(file);
        assert!(!path.exists());
    }
}
