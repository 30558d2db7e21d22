//! What a new version of a pipeline can take over of the positions that its sources have reached. A source is its name: one
//! that reads something else now has no use for them, and one with other splits begins anew. Both are said before anything
//! is deployed.

use std::collections::BTreeMap;

use sandbar_control::{Diagnostic, Problem, Severity, record::Position};

use super::version::Version;
use crate::{connectors::settings::Settings, pipeline::Setup};

/// A setting by which a source is told from another of the same connector.
const PLACE: &str = "path";

/// A source of one version.
struct Source<'v> {
    connector: &'v str,
    settings: &'v Settings,
    parallelism: u32,
}

fn sources(version: &Version) -> BTreeMap<&str, Source<'_>> {
    let nodes = version.planned.plan.pipeline.nodes.iter().zip(&version.planned.setups);
    nodes
        .filter_map(|(node, setup)| match setup {
            Setup::Source(connector) => {
                let (settings, parallelism) = (&connector.settings, node.parallelism);
                let connector = connector.name;
                Some((node.name.as_str(), Source { connector, settings, parallelism }))
            }
            _ => None,
        })
        .collect()
}

/// What is lost of `positions` when `new` takes the place of `old`.
///
/// # Errors
/// `invalid`, if a source would go on in something that it has never read.
pub(super) fn over(
    old: &Version,
    new: &Version,
    positions: &[Position],
) -> Result<Vec<Diagnostic>, Problem> {
    let (before, mut warnings) = (sources(old), Vec::new());
    for (name, now) in sources(new) {
        let reached: Vec<&Position> =
            positions.iter().filter(|position| position.node == name).collect();
        let (Some(then), Some(last)) = (before.get(name), reached.last()) else { continue };
        let place = |source: &Source<'_>| {
            let path = source.settings.path(PLACE).map(|path| path.display().to_string());
            path.unwrap_or_else(|| source.connector.to_owned())
        };
        if then.connector != now.connector || place(then) != place(&now) {
            let (then, now) = (place(then), place(&now));
            let message =
                format!("source `{name}` has a position in {then}, and would go on there in {now}");
            return Err(Problem::invalid(message).help(format!(
                "give the source another name: then it reads {now} from its beginning; or leave {then}"
            )));
        }
        if last.parallelism != now.parallelism {
            let (then, now) = (last.parallelism, now.parallelism);
            warnings.push(Diagnostic {
                severity: Severity::Warning,
                message: format!(
                    "source `{name}` begins anew: its positions are those of {then} tasks, and it gets {now}"
                ),
                help: format!(
                    "its records come again; keep `parallelism = {then}` there and raise that of operators instead"
                ),
                file: new.source.file.clone(),
                line: 0,
                column: 0,
                excerpt: String::new(),
            });
        }
    }
    Ok(warnings)
}
