//! Values of `node.capnp` as they come in and go out.

use sandbar_control::{Code, Problem};
use sandbar_schema::{
    control_capnp::problem,
    node_capnp::{configuration, credentials, protection},
};

use super::{Credentials, Limits, Setting};
use crate::protect::Protection;

pub(super) fn problem(problem: &Problem, mut to: problem::Builder<'_>) {
    to.set_code(problem.code.name());
    to.set_message(&problem.message);
    to.set_help(&problem.help);
}

/// The problem that a worker told, if it told one.
pub(super) fn told(from: problem::Reader<'_>) -> Result<Option<Problem>, capnp::Error> {
    let code = from.get_code()?.to_string()?;
    if code.is_empty() {
        return Ok(None);
    }
    let message = from.get_message()?.to_string()?;
    let problem = Problem::new(Code::parse(&code).unwrap_or(Code::Internal), message);
    Ok(Some(problem.help(from.get_help()?.to_string()?)))
}

pub(super) fn credentials(from: &Credentials, mut to: credentials::Builder<'_>) {
    to.set_authority(&from.authority);
    to.set_key(&from.key);
    let length = u32::try_from(from.chain.len()).expect("a chain has a handful of certificates");
    let mut chain = to.init_chain(length);
    for (index, certificate) in (0..).zip(&from.chain) {
        chain.set(index, certificate);
    }
}

pub(super) fn configuration(
    tenant: &str,
    limits: Limits,
    setting: &Setting,
    files: &str,
    own: Option<&Credentials>,
    mut to: configuration::Builder<'_>,
) {
    to.set_tenant(tenant);
    to.set_host(setting.host.as_str());
    to.set_listen(setting.listen.to_string());
    to.set_files(files);
    let mut bounds = to.reborrow().init_limits();
    bounds.set_memory_bytes(limits.memory_bytes);
    bounds.set_threads(match (limits.threads, setting.threads) {
        (0, most) => most,
        (asked, 0) => asked,
        (asked, most) => asked.min(most),
    });
    if let Some(own) = own {
        credentials(own, to.init_credentials());
    }
}

pub(super) fn protection(from: protection::Reader<'_>) -> Result<Protection, capnp::Error> {
    Ok(Protection {
        name: from.get_name()?.to_string()?,
        in_force: from.get_in_force(),
        detail: from.get_detail()?.to_string()?,
    })
}
