//! Compiling in a process of its own: what comes out, and what becomes of plugins and compilers that misbehave.

use std::{ffi::OsString, path::PathBuf, time::Duration};

use sandbar::{
    compiler::{Compiler, Setting},
    protect::CompilerLimits,
};
use sandbar_control::{Code, Digest, Problem, TenantName};
use sandbar_sandbox::inspect::Manifest;
use sandbar_store::CompiledCache;
use sandbar_tests::{Bench, built, hostile::slow_but_permitted};

struct Case {
    bench: Bench,
    setting: Setting,
}

impl Case {
    fn new() -> Self {
        let program = built::sandbar();
        let bench = Bench::new();
        let quarantine = Some(bench.path("quarantine.json"));
        let setting = Setting { program, quarantine, ..Setting::default() };
        Self { bench, setting }
    }

    /// A compiler that is a shell script.
    fn script(script: &str) -> Self {
        let mut case = Self::new();
        case.setting.program = PathBuf::from("/bin/sh");
        case.setting.arguments = vec![OsString::from("-c"), OsString::from(script)];
        case
    }

    fn compiler(&self) -> Compiler {
        let cache = CompiledCache::open(&self.bench.path("compiled")).expect("a new folder");
        Compiler::new(cache, self.setting.clone()).expect("the setting is good")
    }

    /// Compiles twice in one host, and once more in one that was started anew.
    fn thrice(&self, component: &[u8]) -> [Result<Manifest, Problem>; 3] {
        block_on(async {
            let compiler = self.compiler();
            let tenant = TenantName::parse("acme").expect("a name");
            let first = compiler.compile(&tenant, component).await;
            let second = compiler.compile(&tenant, component).await;
            drop(compiler);
            [first, second, self.compiler().compile(&tenant, component).await]
        })
    }

    /// Compiles thrice, and is refused each time: first with `message`, then because of that.
    #[track_caller]
    fn quarantined(&self, component: &[u8], message: &str) {
        let [first, second, third] = self.thrice(component).map(Result::unwrap_err);
        assert_eq!(first.code, Code::Invalid);
        assert!(first.message.contains(message), "{first}");
        assert!(!first.message.contains("quarantine"), "{first}");
        for again in [second, third] {
            assert_eq!(again.code, Code::Invalid);
            let is_told = again.message.contains("in quarantine");
            assert!(is_told && again.message.contains(message), "{again}");
        }
        assert!(!first.help.is_empty());
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(future)
}

fn plugin() -> Vec<u8> {
    std::fs::read(built::plugin("identity")).expect("it was built")
}

#[test]
fn a_plugin_is_compiled_kept_and_verified_again() {
    let case = Case::new();
    let digest = Digest::of(&plugin());
    let [first, second, _] = case.thrice(&plugin()).map(Result::unwrap);
    assert_eq!(first, second);
    assert_eq!(first.digest, digest.as_str());
    assert!(first.rights.iter().any(|right| right == "output.forward"), "{:?}", first.rights);
    block_on(async {
        let native = case.compiler().native(&digest).await.expect("it was kept");
        assert!(native.bytes() > 10_000, "{} bytes", native.bytes());
        assert!(case.compiler().native(&Digest::of(b"another")).await.is_none());
    });
}

#[test]
fn damaged_code_is_never_handed_out() {
    let case = Case::new();
    let digest = Digest::of(&plugin());
    let [first, ..] = case.thrice(&plugin());
    first.unwrap();
    let folder = case.bench.path("compiled");
    let file = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let file =
        file.into_iter().find(|path| path.extension().is_some_and(|found| found == "native"));
    let file = file.unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    block_on(async {
        assert!(case.compiler().native(&digest).await.is_none());
    });
    assert!(!file.exists(), "it is out of the way");
}

#[test]
fn what_inspection_refuses_is_refused_with_every_reason_and_without_quarantine() {
    let case = Case::new();
    let [first, second, _] = case.thrice(b"\0asm nonsense").map(Result::unwrap_err);
    assert_eq!(first.code, Code::Invalid);
    assert_eq!(first, second);
    assert!(!first.message.contains("quarantine"), "{first}");
}

#[test]
fn a_plugin_above_the_limit_is_refused_before_anything_is_started() {
    let case = Case::script("exit 1");
    let [refused, ..] = case.thrice(&vec![0; (32 << 20) + 1]).map(Result::unwrap_err);
    assert_eq!(refused.code, Code::TooLarge);
    assert!(refused.message.contains("33554432"), "{refused}");
}

/// H18: inspection lets it pass, and a second of CPU time is too little for it.
#[test]
fn a_plugin_that_takes_too_long_to_compile_is_refused_and_remembered() {
    let mut case = Case::new();
    case.setting.limits = CompilerLimits { cpu_seconds: 1, ..CompilerLimits::default() };
    case.quarantined(&slow_but_permitted(), "the limit of 1 s of CPU time");
}

/// H19: the compiler dies for want of memory.
#[test]
fn a_plugin_that_exhausts_the_compilers_memory_is_refused_and_remembered() {
    let mut case = Case::new();
    case.setting.limits.address_bytes = 64 << 20;
    case.quarantined(&slow_but_permitted(), "the limit of 64 MiB of memory");
}

/// H19: the compiler is ended from outside, as the system does when memory is short.
#[test]
fn a_compiler_that_is_killed_is_a_refusal() {
    Case::script("kill -9 $$").quarantined(&plugin(), "the compiler was killed");
    Case::script("kill -SEGV $$").quarantined(&plugin(), "crashed with signal 11");
    Case::script("exit 7").quarantined(&plugin(), "exit status: 7");
}

#[test]
fn a_compiler_that_hangs_is_ended() {
    let mut case = Case::script("sleep 1000");
    case.setting.patience = Duration::from_millis(300);
    case.quarantined(&plugin(), "longer than 0.3 s");
}

#[test]
fn answers_that_are_cut_short_or_garbage_are_refused() {
    Case::script("true").quarantined(&plugin(), "cannot be read");
    Case::script("printf '\\377\\377\\377\\377'").quarantined(&plugin(), "cannot be read");
    Case::script("printf '\\004\\000\\000\\000null'").quarantined(&plugin(), "cannot be read");
    Case::script("head -c 100000 /dev/zero").quarantined(&plugin(), "cannot be read");
    // A right answer without its last byte.
    let program = built::sandbar();
    let cut = format!("'{}' compile | head -c -1", program.display());
    Case::script(&cut).quarantined(&plugin(), "for a part of it");
}

#[test]
fn an_answer_about_another_plugin_is_refused() {
    let honest = Case::new();
    // The compiler is fed one plugin and answers about another one.
    let other = built::plugin("words");
    let mut request = serde_json::to_vec(&serde_json::json!({
        "limits": honest.setting.limits,
        "component_bytes": std::fs::metadata(&other).unwrap().len(),
    }))
    .unwrap();
    let mut bytes = u32::try_from(request.len()).unwrap().to_le_bytes().to_vec();
    bytes.append(&mut request);
    bytes.extend(std::fs::read(other).unwrap());
    let path = honest.bench.write("request", bytes);
    let script = format!("'{}' compile < '{}'", built::sandbar().display(), path.display());
    Case::script(&script).quarantined(&plugin(), "another plugin");
}

#[test]
fn a_compiler_that_cannot_be_started_is_nobodys_fault() {
    let mut case = Case::new();
    case.setting.program = PathBuf::from("/nowhere/sandbar");
    let [first, second, _] = case.thrice(&plugin()).map(Result::unwrap_err);
    assert_eq!((first.code, &second), (Code::Unavailable, &first));
}

#[test]
fn a_compiler_inherits_no_descriptor_but_its_three() {
    let case = Case::script("ls -l /proc/$$/fd >&2; exit 7");
    let file = std::fs::File::create(case.bench.path("inherited")).expect("a folder of its own");
    // As a shell or a service manager leaves one.
    rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty()).expect("it is open");
    let [refused, ..] = case.thrice(&plugin()).map(Result::unwrap_err);
    assert!(refused.message.contains("2 -> pipe:"), "{refused}");
    assert!(!refused.message.contains("inherited"), "{refused}");
}
