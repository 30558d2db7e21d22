//! One run of the one-shot compiler: starts it with nothing but three pipes, feeds it, reads it, and says how it ended.

use std::{io, os::unix::process::ExitStatusExt, process::ExitStatus, process::Stdio};

use sandbar_control::Problem;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
    process::Command,
};

use super::{Setting, protocol};
use crate::protect::{CompilerLimits, ENVIRONMENT, keep_from_children};

/// Most bytes of an answer: native code of the largest component is some four times its size.
const OUTPUT_BYTES_MAX: u64 = 512 << 20;

/// Most bytes that are kept of what the compiler says on stderr: its last words.
const STDERR_BYTES_MAX: u64 = 4 << 10;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Error {
    /// The compiler could not be started: no fault of the plugin.
    Start(Problem),
    /// It did not come to its end with this plugin, and how.
    Plugin(String),
}

/// What the compiler answered about `component`. Dropped, it ends the compiler.
pub(super) async fn run(setting: &Setting, component: &[u8]) -> Result<Vec<u8>, Error> {
    let start = |error: io::Error| {
        let program = setting.program.display();
        let message = format!("the compiler `{program}` cannot be started: {error}");
        Error::Start(Problem::unavailable(message).help("try again in a minute"))
    };
    keep_from_children();
    let mut child = Command::new(&setting.program)
        .args(&setting.arguments)
        .env_clear()
        .envs(ENVIRONMENT.iter().copied())
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(start)?;
    let request =
        protocol::Request { limits: setting.limits, component_bytes: component.len() as u64 };
    let request = protocol::encode(&request).map_err(start)?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let feed = async {
        if let Some(mut stdin) = stdin {
            // A compiler that ended early says so by how it ended.
            let _ = stdin.write_all(&request).await;
            let _ = stdin.write_all(component).await;
        }
    };
    let all = async {
        let (output, words, ()) = tokio::join!(
            collect(stdout, OUTPUT_BYTES_MAX),
            collect(stderr, STDERR_BYTES_MAX),
            feed
        );
        Ok::<_, io::Error>((output, words, child.wait().await?))
    };
    let patience = setting.patience;
    let Ok(ended) = tokio::time::timeout(patience, all).await else {
        return Err(Error::Plugin(format!("it took longer than {} s", patience.as_secs_f64())));
    };
    let (output, words, status) = ended.map_err(start)?;
    match status.success() {
        true => Ok(output),
        false => Err(Error::Plugin(ending(status, &words, &setting.limits))),
    }
}

/// What comes out of a pipe, up to `most`; what is more is read and dropped, so that its writer comes to an end.
async fn collect(pipe: Option<impl AsyncRead + Unpin>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        let _ = (&mut pipe).take(most).read_to_end(&mut bytes).await;
        let _ = tokio::io::copy(&mut pipe, &mut tokio::io::sink()).await;
    }
    bytes
}

/// How the compiler ended, in words that name the limit where there is one.
fn ending(status: ExitStatus, words: &[u8], limits: &CompilerLimits) -> String {
    const SIGXCPU: i32 = 24;
    const SIGKILL: i32 = 9;
    const SIGABRT: i32 = 6;
    const SIGSYS: i32 = 31;
    let words = String::from_utf8_lossy(words);
    let words: String = words.trim().chars().filter(|character| !character.is_control()).collect();
    let out_of_memory =
        words.contains("memory allocation of") || words.contains("capacity overflow");
    match status.signal() {
        Some(SIGXCPU) => {
            format!("it took more than the limit of {} s of CPU time", limits.cpu_seconds)
        }
        _ if out_of_memory => {
            format!("it took more than the limit of {} MiB of memory", limits.address_bytes >> 20)
        }
        Some(SIGKILL) => format!(
            "the compiler was killed: by the system for want of memory, or beyond {} s of CPU time",
            limits.cpu_seconds
        ),
        Some(SIGSYS) => "the compiler tried what it must not do".to_owned(),
        Some(SIGABRT) => format!("the compiler gave up: {words}"),
        Some(signal) => format!("the compiler crashed with signal {signal}"),
        None => format!("the compiler ended with {status}: {words}"),
    }
}
