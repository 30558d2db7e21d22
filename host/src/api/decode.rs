//! Values of `control.capnp` as they come in. Texts must be UTF-8; whether they are names is asked where they are used.

use std::str::FromStr;

use capnp::text;
use sandbar_control::{
    Network, Problem, Quota,
    record::Source,
    view::{Right, Status},
};
use sandbar_schema::control_capnp::{self, network, pipeline_source, quota, right};

/// Most rights that one call can agree to: a thousand nodes with all there are.
const RIGHTS_MAX: u32 = 10_000;

/// Most rules of a kind in one call; a tenant may have fewer.
const NETWORK_RULES_MAX: u32 = 1_000;

pub(super) fn text(text: text::Reader<'_>) -> Result<String, capnp::Error> {
    Ok(text
        .to_str()
        .map_err(|_| capnp::Error::failed("a text is not UTF-8".to_owned()))?
        .to_owned())
}

pub(super) fn source(source: pipeline_source::Reader<'_>) -> Result<Source, capnp::Error> {
    let overrides = source.get_overrides()?;
    Ok(Source {
        file: text(source.get_file()?)?,
        text: text(source.get_text()?)?,
        overrides: overrides.iter().map(|item| text(item?)).collect::<Result<_, _>>()?,
    })
}

pub(super) fn rights(
    rights: capnp::struct_list::Reader<'_, right::Owned>,
) -> Result<Vec<Right>, capnp::Error> {
    if rights.len() > RIGHTS_MAX {
        let message = format!("{} rights exceed the limit of {RIGHTS_MAX}", rights.len());
        return Err(capnp::Error::failed(message));
    }
    let right = |right: right::Reader<'_>| {
        Ok(Right { operator: text(right.get_operator()?)?, right: text(right.get_right()?)? })
    };
    rights.iter().map(right).collect()
}

pub(super) fn quota(quota: quota::Reader<'_>) -> Quota {
    Quota {
        plugins: quota.get_plugins(),
        pipelines: quota.get_pipelines(),
        tasks: quota.get_tasks(),
        memory_bytes: quota.get_memory_bytes(),
        instances: quota.get_instances(),
    }
}

/// # Errors
/// The outer one: what is no message at all. The inner one: what is no rule.
pub(crate) fn network(
    network: network::Reader<'_>,
) -> Result<Result<Network, Problem>, capnp::Error> {
    let connect = rules(network.get_connect()?)?;
    let listen = rules(network.get_listen()?)?;
    Ok(connect.and_then(|connect| Ok(Network { connect, listen: listen? })))
}

fn rules<T: FromStr<Err = Problem>>(
    rules: capnp::text_list::Reader<'_>,
) -> Result<Result<Vec<T>, Problem>, capnp::Error> {
    if rules.len() > NETWORK_RULES_MAX {
        let message = format!("{} rules exceed the limit of {NETWORK_RULES_MAX}", rules.len());
        return Err(capnp::Error::failed(message));
    }
    let texts = rules.iter().map(|rule| text(rule?)).collect::<Result<Vec<_>, _>>()?;
    Ok(texts.iter().map(|text| text.parse()).collect())
}

pub(super) fn status(status: control_capnp::Status) -> Status {
    match status {
        control_capnp::Status::Starting => Status::Starting,
        control_capnp::Status::Running => Status::Running,
        control_capnp::Status::Pausing => Status::Pausing,
        control_capnp::Status::Paused => Status::Paused,
        control_capnp::Status::Stopping => Status::Stopping,
        control_capnp::Status::Stopped => Status::Stopped,
        control_capnp::Status::Finished => Status::Finished,
        control_capnp::Status::Recovering => Status::Recovering,
        control_capnp::Status::Failed => Status::Failed,
    }
}
