//! What a peer makes capnp-rpc keep, however short its messages are: calls that it does not finish, and capabilities, its
//! own and ours. Counted as messages pass, so that a peer beyond its limits is cut off.

use std::collections::BTreeSet;

use capnp::message::{Builder, HeapAllocator, Reader};
use capnp_rpc::rpc_capnp::{cap_descriptor, message, payload, return_};

use super::read::Segments;
use crate::{Error, Limits};

/// Takes note of which calls of the peer are unfinished, in `calls`, and counts the capabilities that it describes.
pub(super) fn incoming(
    message: &Reader<Segments>,
    calls: &mut BTreeSet<u32>,
    limits: Limits,
) -> Result<(), Error> {
    let root = message.get_root::<message::Reader<'_>>().map_err(garbage)?;
    let mut described = 0;
    match root.which() {
        Ok(message::Call(call)) => {
            let call = call.map_err(garbage)?;
            calls.insert(call.get_question_id());
            described = call.get_params().and_then(table).map_err(garbage)?.len();
        }
        Ok(message::Bootstrap(call)) => {
            calls.insert(call.map_err(garbage)?.get_question_id());
        }
        Ok(message::Finish(call)) => {
            calls.remove(&call.map_err(garbage)?.get_question_id());
        }
        Ok(message::Return(answer)) => {
            if let Some(results) = results(answer.map_err(garbage)?).map_err(garbage)? {
                described = table(results).map_err(garbage)?.len();
            }
        }
        // The rest makes no answers; kinds of a later version are refused by capnp-rpc itself.
        _ => {}
    }
    let (calls_max, max) = (limits.calls_max, limits.capabilities_max);
    if calls.len() > calls_max {
        return Err(Error::Calls { max: calls_max });
    }
    if described > max {
        return Err(Error::Capabilities { count: described, max });
    }
    Ok(())
}

/// Whether the peer holds more than `max` capabilities of this process. They are numbered from 0, and a number that was
/// given back is the next to be given, so the largest in use tells how many there are.
pub(super) fn outgoing(message: &Builder<HeapAllocator>, max: u32) -> Result<(), Error> {
    let root = message.get_root_as_reader::<message::Reader<'_>>().map_err(garbage)?;
    let payload = match root.which() {
        Ok(message::Call(call)) => Some(call.and_then(|call| call.get_params()).map_err(garbage)?),
        Ok(message::Return(answer)) => results(answer.map_err(garbage)?).map_err(garbage)?,
        _ => None,
    };
    let Some(payload) = payload else { return Ok(()) };
    for descriptor in table(payload).map_err(garbage)? {
        let number = match descriptor.which() {
            Ok(cap_descriptor::SenderHosted(number) | cap_descriptor::SenderPromise(number)) => {
                number
            }
            _ => continue,
        };
        if number >= max {
            return Err(Error::Exports { max });
        }
    }
    Ok(())
}

type Table<'m> = capnp::struct_list::Reader<'m, cap_descriptor::Owned>;

fn table(payload: payload::Reader<'_>) -> capnp::Result<Table<'_>> {
    payload.get_cap_table()
}

fn results(answer: return_::Reader<'_>) -> capnp::Result<Option<payload::Reader<'_>>> {
    match answer.which() {
        Ok(return_::Results(results)) => results.map(Some),
        _ => Ok(None),
    }
}

fn garbage(error: capnp::Error) -> Error {
    Error::Garbage(error.to_string())
}
