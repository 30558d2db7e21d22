//! What verbs that speak with a cluster share: which context, how a failure is told, and how what others wrote is shown.

use std::{
    fmt::Write as _,
    io::{self, BufRead as _, IsTerminal as _, Write as _},
};

use serde::Serialize;
use serde_json::json;

use super::{Format, print, tell};
use crate::{
    api::client::{Client, Failure, Operator, Tenant, session, view::Diagnostic},
    contexts::Store,
    environment,
    exit::Exit,
    pipeline::visible,
};

/// Which cluster, and how to show what it says.
#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// The context to use instead of the current one; `sandbar context` lists them.
    #[arg(short, long, value_name = "NAME")]
    pub(super) context: Option<String>,
    /// How to show it.
    #[arg(short, long, value_enum, default_value_t)]
    pub(super) output: Format,
}

impl Target {
    pub(super) fn is_json(&self) -> bool {
        self.output == Format::Json
    }

    /// Lets `work` ask the cluster, and tells what went wrong.
    pub(super) fn ask(
        &self,
        work: impl AsyncFnOnce(Client) -> Result<Exit, Failure>,
    ) -> anyhow::Result<Exit> {
        let asked = (|| {
            let contexts = contexts()?.read()?;
            let (name, context) = contexts.pick(self.context.as_deref())?;
            session(name, context, work)
        })();
        Ok(asked.unwrap_or_else(|failure| fail(&failure, self.output)))
    }

    /// As [`Self::ask`], as a tenant.
    pub(super) fn ask_as_tenant(
        &self,
        work: impl AsyncFnOnce(Tenant) -> Result<Exit, Failure>,
    ) -> anyhow::Result<Exit> {
        self.ask(async |client| work(client.tenant()?).await)
    }

    /// As [`Self::ask`], as an operator of the cluster.
    pub(super) fn ask_as_operator(
        &self,
        work: impl AsyncFnOnce(Operator) -> Result<Exit, Failure>,
    ) -> anyhow::Result<Exit> {
        self.ask(async |client| work(client.operator()?).await)
    }

    /// Prints an answer, as text or as one JSON document.
    pub(super) fn show(
        &self,
        document: &impl Serialize,
        text: impl FnOnce() -> String,
    ) -> Result<Exit, Failure> {
        let shown = match self.output {
            Format::Json => serde_json::to_string_pretty(document).map_err(anyhow::Error::from)?,
            Format::Text => text(),
        };
        print(&shown).map_err(anyhow::Error::from)?;
        Ok(Exit::Success)
    }

    /// Says that something was done.
    pub(super) fn done(&self, what: &str) -> Result<Exit, Failure> {
        self.show(&json!({ "done": what }), || what.to_owned())
    }
}

/// The user's contexts.
pub(super) fn contexts() -> Result<Store, Failure> {
    let folder = environment::config_folder().ok_or_else(|| {
        anyhow::anyhow!("there is no home to keep contexts in: set XDG_CONFIG_HOME or HOME")
    })?;
    Ok(Store::new(folder))
}

/// Tells why something came to nothing.
pub(super) fn fail(failure: &Failure, output: Format) -> Exit {
    if output == Format::Json {
        // It failed even if that cannot be printed.
        let _ = print(&format!("{:#}", failure.document()));
        return failure.exit();
    }
    if let Failure::Refused(problem) = failure {
        problem.diagnostics.iter().for_each(|found| tell(diagnostic(found)));
    }
    tell(format_args!("error: {}", plain(&failure.to_string())));
    let help = failure.help();
    if !help.is_empty() {
        tell(format_args!("  help: {}", plain(&help)));
    }
    failure.exit()
}

/// A problem of a pipeline file with the line it is about, as `sandbar plan` shows its own.
pub(super) fn diagnostic(found: &Diagnostic) -> String {
    let mut shown = plain(&found.file);
    if found.line > 0 {
        let _ = write!(shown, ":{}:{}", found.line, found.column);
    }
    let _ = write!(shown, ": {}: {}", found.severity, plain(&found.message));
    if !found.help.is_empty() {
        let _ = write!(shown, ": {}", plain(&found.help));
    }
    if found.line > 0 && !found.excerpt.is_empty() {
        let number = found.line.to_string();
        let gutter = " ".repeat(number.len());
        let line: String = plain(&found.excerpt).chars().take(100).collect();
        let _ = write!(shown, "\n{number} | {}", line.trim_end());
        let before = (found.column as usize).saturating_sub(1);
        if before < line.chars().count() {
            let _ = write!(shown, "\n{gutter} | {}^", " ".repeat(before));
        }
    }
    shown
}

/// `text` on one line, without characters that would write elsewhere on a terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Rows under titles, each column as wide as its widest cell. Cells that are numbers stand at the right.
pub(super) fn table(titles: &[&str], rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).chain([titles[column].len()]).max().unwrap_or(0)
    };
    let is_number = |cell: &String| {
        let number = cell
            .trim_end_matches(" B")
            .trim_end_matches("iB")
            .trim_end_matches([' ', 'K', 'M', 'G']);
        let digits =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte));
        cell == "-" || !number.is_empty() && digits(number)
    };
    let right: Vec<bool> = (0..titles.len())
        .map(|column| {
            let mut cells = rows.iter().filter_map(|row| row.get(column));
            !rows.is_empty() && cells.all(is_number)
        })
        .collect();
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (column, cell) in cells.enumerate() {
            let gap = if column == 0 { "" } else { "  " };
            let width = width(column);
            let _ = match right[column] {
                true => write!(line, "{gap}{cell:>width$}"),
                false => write!(line, "{gap}{cell:<width$}"),
            };
        }
        let _ = writeln!(text, "{}", line.trim_end());
    };
    line(&mut titles.iter().copied());
    rows.iter().for_each(|row| line(&mut row.iter().map(String::as_str)));
    text
}

/// "2025-11-22T18:01:02Z"; "-" where there is no time.
pub(super) fn time(ms: i64) -> String {
    match ms {
        0 => "-".to_owned(),
        ms => {
            let (date, clock) = date_and_clock(ms);
            format!("{date}T{clock}Z")
        }
    }
}

/// Date and time of day in UTC. The calendar's arithmetic is Howard Hinnant's `civil_from_days`.
pub(super) fn date_and_clock(ms: i64) -> (String, String) {
    let seconds = ms.div_euclid(1_000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let date = format!("{year:04}-{month:02}-{day:02}");
    let clock = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    (date, clock)
}

/// Whether somebody can be asked.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on the terminal; everything but a yes is a no.
pub(super) fn confirmed(question: &str) -> bool {
    let mut stderr = io::stderr();
    let asked = write!(stderr, "{question} [y/N] ").and_then(|()| stderr.flush());
    let mut answer = String::new();
    let heard = asked.and_then(|()| io::stdin().lock().read_line(&mut answer));
    heard.is_ok() && matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::{table, time};

    #[test]
    fn times_are_those_of_the_calendar() {
        let cases = [
            (0, "-"),
            (1, "1970-01-01T00:00:00Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_763_834_462_999, "2025-11-22T18:01:02Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ];
        for (ms, shown) in cases {
            assert_eq!(time(ms), shown);
        }
    }

    #[test]
    fn tables_cannot_be_broken_by_what_they_show() {
        let rows = vec![
            vec!["a\u{1b}[2J\nb".to_owned(), "1,000".to_owned()],
            vec!["c".to_owned(), "5".to_owned()],
        ];
        let shown = table(&["name", "in"], &rows);
        assert_eq!(shown, "name        in\na\u{fffd}[2J\u{fffd}b  1,000\nc            5\n");
    }
}
