//! Values of `control.capnp` as they come in. Texts must be UTF-8; whether they are names is asked where they are used.

use capnp::text;
use sandbar_control::{
    Quota,
    record::Source,
    view::{Right, Status},
};
use sandbar_schema::control_capnp::{self, pipeline_source, quota, right};

/// Most rights that one call can agree to: a thousand nodes with all there are.
const RIGHTS_MAX: u32 = 10_000;

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
