//! Plugins as they go out: what they are and what inspection found in them.

use sandbar_control::record;
use sandbar_sandbox::inspect::Manifest;
use sandbar_schema::control_capnp::plugin;

use super::length;

pub(in crate::api) fn plugin(plugin: &record::Plugin, mut to: plugin::Builder<'_>) {
    to.set_name(plugin.name.as_str());
    to.set_version(plugin.version.as_str());
    to.set_digest(plugin.digest.as_str());
    to.set_bytes(plugin.bytes);
    to.set_published(plugin.published);
    // A record of a newer program may say more than this one can read; the rest is told nevertheless.
    let Ok(manifest) = serde_json::from_str::<Manifest>(&plugin.manifest) else { return };
    self::manifest(&manifest, to);
}

fn manifest(manifest: &Manifest, mut to: plugin::Builder<'_>) {
    let mut rights = to.reborrow().init_rights(length(manifest.rights.len()));
    for (index, right) in (0..).zip(&manifest.rights) {
        rights.set(index, right.as_str());
    }
    let operator = &manifest.operator;
    let mut inputs = to.reborrow().init_inputs(length(operator.inputs.len()));
    for (index, port) in (0..).zip(&operator.inputs) {
        inputs.set(index, port.as_str());
    }
    let mut outputs = to.reborrow().init_outputs(length(operator.outputs.len()));
    for (index, port) in (0..).zip(&operator.outputs) {
        outputs.set(index, port.as_str());
    }
    let mut parameters = to.reborrow().init_parameters(length(operator.parameters.len()));
    for (index, parameter) in (0..).zip(&operator.parameters) {
        let mut to = parameters.reborrow().get(index);
        to.set_name(&parameter.name);
        to.set_type(parameter.kind.to_string());
        if let Some(default) = &parameter.default {
            to.set_default(default.to_string());
        }
        to.set_help(&parameter.description);
    }
    to.set_help(&operator.description);
}
