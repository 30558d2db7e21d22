//! Publishing a plugin: pieces of its content, in order, from where the host says it stands. An upload that broke off is
//! gone on with by uploading the same again.

use sandbar_schema::control_capnp::tenant;

use super::{
    Failure,
    view::{self, Plugin, Read as _},
};

/// Most bytes of one piece, as the schema has it.
const PIECE_BYTES_MAX: usize = 256 << 10;

/// What is published, and as what.
#[derive(Clone, Copy, Debug)]
pub struct Artefact<'a> {
    pub name: &'a str,
    pub version: &'a str,
    pub content: &'a [u8],
    /// BLAKE3 of the content, hexadecimal.
    pub digest: &'a str,
}

/// Hears how far an upload has come.
pub trait Progress {
    /// The host had `bytes` already when this connection began.
    fn begins(&mut self, bytes: u64);
    /// The host has `bytes`, or they are on their way.
    fn sent(&mut self, bytes: u64);
    /// All is there; the host inspects and compiles it.
    fn checking(&mut self);
}

pub(super) async fn upload(
    tenant: &tenant::Client,
    artefact: &Artefact<'_>,
    progress: &mut dyn Progress,
) -> Result<Plugin, Failure> {
    let mut request = tenant.upload_request();
    let mut begin = request.get();
    begin.set_name(artefact.name);
    begin.set_version(artefact.version);
    begin.set_bytes(artefact.content.len() as u64);
    begin.set_digest(artefact.digest);
    let answer = request.send().promise.await?;
    let answer = answer.get()?;
    view::refusal(answer.get_problem())?;
    let upload = answer.get_upload()?;
    let had = upload.offset_request().send().promise.await?.get()?.get_bytes();
    progress.begins(had);
    let rest = usize::try_from(had).ok().and_then(|had| artefact.content.get(had..));
    let rest = rest.ok_or_else(|| {
        let bytes = artefact.content.len();
        Failure::Broken(format!("the host says it has {had} of {bytes} bytes"))
    })?;
    let mut offset = had;
    for piece in rest.chunks(PIECE_BYTES_MAX) {
        let mut request = upload.write_request();
        request.get().set_offset(offset);
        request.get().set_content(piece);
        // Returns when there is room for the next one; a piece that was refused makes the next call fail.
        request.send().await?;
        offset += piece.len() as u64;
        progress.sent(offset);
    }
    progress.checking();
    let answer = upload.finish_request().send().promise.await?;
    let answer = answer.get()?;
    view::refusal(answer.get_problem())?;
    Plugin::read(answer.get_plugin()?)
}
