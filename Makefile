# Builds, tests and shows Sandbar. Everything is built with the release profile and, but for the plugins, for the whole
# workspace: cargo unites the features of what it builds together, and another selection would compile wasmtime again.

TARGET := $(or $(CARGO_TARGET_DIR),target)
RUST := $(shell sed -n 's/^rust-version = "1\.\([0-9]*\)".*/\1/p' Cargo.toml)
CARGO_BUILD := cargo build --locked --release --workspace
# Guests that only the tests use.
GUESTS := $(patsubst %/Cargo.toml,%,$(wildcard tests/guests/*/Cargo.toml))

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: plugins ## build everything, then show a pipeline of plugins at work, on one machine and on a cluster
	plugins/demo/demo.sh
	plugins/demo/cluster.sh

.PHONY: build
build: prerequisites ## build the host: target/release/sandbar
	$(CARGO_BUILD) --bin sandbar

.PHONY: toolchain
toolchain: prerequisites ## make sure there is a compiler for plugins
	@sdk/toolchain/ensure-wasm-target.sh

.PHONY: plugins
plugins: build toolchain ## build the plugins: target/plugins/NAME.wasm
	plugins/build.sh $(GUESTS)

.PHONY: test
test: plugins ## run all tests
	tests/python/ensure.sh
	tests/servers/ensure.sh
	@for language in c python javascript; do sdk/toolchain/ensure-language.sh $$language >/dev/null || exit 1; done
	cargo test --locked --release --workspace

.PHONY: bench
bench: plugins ## measure: what a plugin costs beside the same operator in native code
	cargo bench --locked --workspace --bench '*'

.PHONY: hostile
hostile: plugins ## attack the sandbox with plugins that misbehave, and report what stopped each
	$(CARGO_BUILD) --bin hostile
	$(TARGET)/release/hostile

.PHONY: faults
faults: plugins ## do to a cluster of three hosts and its network what happens, and count what is lost; REPEAT=n times, with SEED=n, ONLY=F06
	tests/network/ensure.sh
	$(CARGO_BUILD) --bin sandbar --bin faults
	$(TARGET)/release/faults $(or $(REPEAT),5) $(or $(SEED),0) $(ONLY)

.PHONY: mutants
mutants: prerequisites ## put bugs into a copy of the source and see that the tests of lost records notice
	$(CARGO_BUILD) --bin mutants
	$(TARGET)/release/mutants $(ONLY)

.PHONY: lint
lint: prerequisites ## check format, clippy, and that the generated files are fresh
	cargo fmt --all --check
	cargo clippy --locked --release --workspace --all-targets -- -D warnings
	$(CARGO_BUILD) --bin generate
	$(TARGET)/release/generate --check

.PHONY: clean
clean: ## remove everything that was built, but keep the compiler for plugins
	cargo clean

.PHONY: prerequisites
prerequisites:
	@command -v cargo >/dev/null || { \
		echo "cargo is missing; install Rust 1.$(RUST) or newer by typing:" >&2; \
		echo "    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh" >&2; exit 1; }
	@rustc --version | awk '{ split($$2, v, "."); exit v[1] == 1 && v[2] < $(RUST) }' || { \
		echo "$$(rustc --version) is too old; get Rust 1.$(RUST) or newer by typing: rustup update stable" >&2; \
		echo "(a rustc of the system: first install rustup, see https://rustup.rs)" >&2; exit 1; }
	@command -v cc >/dev/null || { \
		echo "a C compiler is missing; on Debian and Ubuntu type: sudo apt-get install build-essential" >&2; exit 1; }
