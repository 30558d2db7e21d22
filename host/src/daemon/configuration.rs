//! The configuration of a host, as TOML: every problem is told at once, each with its line and column. What the settings
//! lead to is not known here.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use sandbar_control::HostName;

use crate::pipeline::{
    Diagnostic, Severity,
    diagnostic::{Place, Problems, Texts, quoted},
    table::{self, Table},
    tree::{self, Entry},
};

/// Where hosts listen unless they are told otherwise.
pub const PORT: u16 = 7170;

/// Where metrics and health are served: to this machine alone.
const HTTP: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 7171);

/// Largest file; a configuration has a few hundred bytes.
const BYTES_MAX: u64 = 64 << 10;

/// Most threads of a worker: as many as the engine's largest parallelism.
const THREADS_MAX: u32 = 1024;

/// What a host is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    pub name: HostName,
    /// Where clients and hosts connect.
    pub listen: SocketAddr,
    /// Where they are told to; `listen` unless that is every address.
    pub address: Option<String>,
    /// What must survive a restart.
    pub data: PathBuf,
    /// The folder that `sandbar cert issue` wrote.
    pub certificates: PathBuf,
    pub role: Role,
    /// Folders of the tenants' files, a folder each.
    pub files: PathBuf,
    pub http: SocketAddr,
    /// Of each worker; 0: as many as there are processors.
    pub threads: u32,
}

/// Which part a host has in the cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It has the metadata and decides.
    Leader,
    /// It joins the host at this address, `NAME:PORT` or `IP:PORT`.
    Member { leader: String },
}

impl Configuration {
    /// Reads the file at `path`. Paths in it are relative to its folder.
    ///
    /// # Errors
    /// All problems of the file.
    pub fn read(path: &Path) -> Result<Self, Vec<Diagnostic>> {
        let name = path.display().to_string();
        let whole = |message| vec![Diagnostic::of_file(Severity::Error, &name, message, None)];
        let unread = |error| whole(format!("the configuration cannot be read: {error}"));
        let size = std::fs::metadata(path).map_err(unread)?.len();
        if size > BYTES_MAX {
            return Err(whole(format!("{size} bytes exceed the limit of {BYTES_MAX}")));
        }
        let content = std::fs::read_to_string(path).map_err(unread)?;
        let path = std::path::absolute(path).map_err(unread)?;
        Self::parse(&name, path.parent().unwrap_or(Path::new("/")), &content)
    }

    /// As [`read`](Self::read), of `content` as a file called `name` in `folder`.
    ///
    /// # Errors
    /// All problems of the text.
    pub fn parse(name: &str, folder: &Path, content: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut texts = Texts::default();
        let text = texts.add(name, content);
        let entries = tree::parse(text, content, &mut problems);
        let read = Reading { folder, root: Place::new(text, 0..0), problems: &mut problems }
            .configuration(&entries);
        match read {
            Some(configuration) if !problems.has_errors() => Ok(configuration),
            _ => Err(problems.into_diagnostics(&texts)),
        }
    }
}

impl Configuration {
    /// As a file that reads the same. Paths must be absolute.
    pub fn to_toml(&self) -> String {
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let path = |path: &Path| text(&path.display().to_string());
        let role = match &self.role {
            Role::Leader => "metadata = true".to_owned(),
            Role::Member { leader } => format!("leader = {}", text(leader)),
        };
        let mut lines = vec![
            format!("name = {}", text(self.name.as_str())),
            format!("listen = {}", text(&self.listen.to_string())),
            format!("data = {}", path(&self.data)),
            format!("certificates = {}", path(&self.certificates)),
            format!("files = {}", path(&self.files)),
            format!("http = {}", text(&self.http.to_string())),
            role,
        ];
        lines.extend(self.address.iter().map(|address| format!("address = {}", text(address))));
        if self.threads > 0 {
            lines.push(format!("threads = {}", self.threads));
        }
        lines.join("\n") + "\n"
    }

    /// Where workers listen for those of other hosts: on the address that these reach the host by.
    pub(super) fn workers_listen(&self) -> IpAddr {
        let told = self.address.as_ref().and_then(|address| address.parse::<SocketAddr>().ok());
        match told {
            Some(told) if self.listen.ip().is_unspecified() => told.ip(),
            _ => self.listen.ip(),
        }
    }
}

struct Reading<'r> {
    folder: &'r Path,
    root: Place,
    problems: &'r mut Problems,
}

impl Reading<'_> {
    fn configuration(&mut self, entries: &[Entry]) -> Option<Configuration> {
        let mut table = Table::new("the configuration", self.root, entries);
        let name = self.name(&mut table);
        let help = format!("say where to listen: `listen = \"192.0.2.10:{PORT}\"`");
        let listen = table.require("listen", &help, self.problems);
        let listen = listen.and_then(|entry| self.socket(entry));
        let address = table.take("address").and_then(|entry| self.address(entry));
        let help = "name the folder for what must survive a restart: `data = \"/var/lib/sandbar\"`";
        let data = table.require("data", help, self.problems);
        let data = data.and_then(|entry| self.path(entry));
        let help = "name the folder that `sandbar cert issue` wrote";
        let certificates = table.require("certificates", help, self.problems);
        let certificates = certificates.and_then(|entry| self.path(entry));
        let role = self.role(&mut table);
        let files = table.take("files").map(|entry| self.path(entry));
        let http = table.take("http").map(|entry| self.socket(entry));
        let threads = match table.take("threads") {
            Some(_) => table.count("threads", 1..=THREADS_MAX, self.problems)?,
            None => 0,
        };
        table.finish(self.problems);
        if let Some(listen) = listen
            && listen.ip().is_unspecified()
            && address.as_ref().is_none_or(|address| address.parse::<SocketAddr>().is_err())
        {
            let message = format!("`listen` {listen} does not say where others reach this host");
            let help = "add `address = \"IP:PORT\"`, or listen on one address";
            self.problems.error_with_help(self.root, message, help);
        }
        let data = data?;
        Some(Configuration {
            name: name?,
            listen: listen?,
            address,
            files: files.unwrap_or_else(|| Some(data.join("files")))?,
            data,
            certificates: certificates?,
            role: role?,
            http: http.unwrap_or(Some(HTTP))?,
            threads,
        })
    }

    fn name(&mut self, table: &mut Table<'_>) -> Option<HostName> {
        let help = "give it the name that its certificates were issued for: `name = \"h1\"`";
        let entry = table.require("name", help, self.problems)?;
        let name = table::text(entry, self.problems)?;
        let named = HostName::parse(name);
        named.map_err(|error| self.problems.error(entry.item.place, error.to_string())).ok()
    }

    fn socket(&mut self, entry: &Entry) -> Option<SocketAddr> {
        let given = table::text(entry, self.problems)?;
        let parsed = given.parse();
        if parsed.is_err() {
            let message = format!("{} {} is no address", quoted(&entry.key), quoted(given));
            let help = "write an IP address and a port, as in `127.0.0.1:7170` or `[::1]:7170`";
            self.problems.error_with_help(entry.item.place, message, help);
        }
        parsed.ok()
    }

    /// `NAME:PORT` or `IP:PORT`.
    fn address(&mut self, entry: &Entry) -> Option<String> {
        let given = table::text(entry, self.problems)?;
        let parts = given.rsplit_once(':');
        let is_address = parts.is_some_and(|(name, port)| {
            !name.is_empty() && port.parse::<u16>().is_ok_and(|port| port != 0)
        });
        if !is_address {
            let message = format!("{} {} is no address", quoted(&entry.key), quoted(given));
            let help = "write a name or IP address and a port, as in `h1.example.com:7170`";
            self.problems.error_with_help(entry.item.place, message, help);
        }
        is_address.then(|| given.to_owned())
    }

    fn path(&mut self, entry: &Entry) -> Option<PathBuf> {
        let given = table::text(entry, self.problems)?;
        if given.is_empty() || given.contains('\0') {
            let message = format!("{} names no folder", quoted(&entry.key));
            self.problems.error(entry.item.place, message);
            return None;
        }
        Some(self.folder.join(given))
    }

    fn role(&mut self, table: &mut Table<'_>) -> Option<Role> {
        let metadata = table.take("metadata");
        let is_leader = match metadata {
            Some(entry) => table::boolean(entry, self.problems)?,
            None => false,
        };
        match (is_leader, table.take("leader")) {
            (true, None) => Some(Role::Leader),
            (false, Some(entry)) => Some(Role::Member { leader: self.address(entry)? }),
            (true, Some(entry)) => {
                let message = "a host that has the metadata leads, and joins no other";
                let help = "remove `leader`, or `metadata = true`";
                self.problems.error_with_help(entry.key_place, message, help);
                None
            }
            (false, None) => {
                let place = metadata.map_or(table.place, |entry| entry.key_place);
                let help = "write `metadata = true` on the one host that leads, and \
                            `leader = \"ADDRESS:PORT\"` on the others";
                self.problems.missing(place, "the host neither leads nor joins a leader", help);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEADER: &str = r#"
name = "h1"
listen = "192.0.2.10:7170"
data = "data"
certificates = "/etc/sandbar"
metadata = true
"#;

    fn told(content: &str) -> Vec<String> {
        let problems = Configuration::parse("host.toml", Path::new("/etc"), content).unwrap_err();
        problems.iter().map(Diagnostic::headline).collect()
    }

    #[test]
    fn a_leader_needs_five_lines() {
        let read = Configuration::parse("host.toml", Path::new("/etc"), LEADER).unwrap();
        assert_eq!(read.role, Role::Leader);
        assert_eq!(read.data, Path::new("/etc/data"));
        assert_eq!(read.files, Path::new("/etc/data/files"));
        assert_eq!(read.certificates, Path::new("/etc/sandbar"));
        assert_eq!((read.http, read.threads, read.address), (HTTP, 0, None));
    }

    #[test]
    fn a_member_names_its_leader() {
        let content = LEADER.replace("metadata = true", "leader = \"h1.example.com:7170\"");
        let content = content + "threads = 2\nfiles = \"/srv\"\nhttp = \"127.0.0.1:0\"\n";
        let read = Configuration::parse("host.toml", Path::new("/etc"), &content).unwrap();
        assert_eq!(read.role, Role::Member { leader: "h1.example.com:7170".to_owned() });
        assert_eq!((read.files.as_path(), read.threads), (Path::new("/srv"), 2));
    }

    #[test]
    fn all_problems_are_told_at_once_with_their_places() {
        let content =
            "name = \"H 1\"\nlisten = \"here\"\ndata = 3\nleader = \"h1\"\nmetdata = true";
        let told = told(content);
        for (line, part) in [
            ("host.toml:1:8: error", "H 1"),
            ("host.toml:2:10: error", "`listen` `here` is no address"),
            ("host.toml:3:8: error", "must be a text"),
            ("host.toml:4:10: error", "`leader` `h1` is no address"),
            ("host.toml:5:1: error", "unknown key `metdata`"),
            ("certificates", "cert issue"),
        ] {
            let found = told.iter().any(|told| told.contains(line) && told.contains(part));
            assert!(found, "no {line} {part} in {told:#?}");
        }
    }

    #[test]
    fn a_host_either_leads_or_joins() {
        let both = told(&format!("{LEADER}leader = \"h2:7170\"\n"));
        assert!(both[0].contains("joins no other"), "{both:?}");
        let neither = told(&LEADER.replace("metadata = true", "metadata = false"));
        assert!(neither[0].contains("neither leads nor joins"), "{neither:?}");
        assert!(neither[0].starts_with("host.toml:6:1"), "{neither:?}");
    }
}
