//! A plugin's imports and exports against the guest interface. What it imports is the complete list of its rights, so
//! everything that the interface does not have is refused by name.

use sandbar_schema::INTERFACE_VERSION;
use wasmparser::types::TypesRef;

use super::World;
use super::refusal::{Refusal, quoted};
use super::shape::Shape;
use super::world::{Interface, PACKAGE};

/// What the check found.
#[derive(Debug)]
pub(super) struct Rights {
    pub(super) world: World,
    /// Functions that the plugin can call, as `output.emit`.
    pub(super) rights: Vec<String>,
}

/// Checks the outermost component, whose imports and exports have these names.
pub(super) fn check(
    types: TypesRef<'_>,
    imports: &[&str],
    exports: &[&str],
    refusals: &mut Vec<Refusal>,
) -> Rights {
    let world = world_of(exports);
    let mut check = Check { world, interface: Interface::of(world), rights: Vec::new(), refusals };
    for name in imports {
        if let Some(item) = types.component_item_for_import(name) {
            check.import(name, &Shape::of(types, item));
        }
    }
    for (name, expected) in &check.interface.exports {
        let found = types.component_item_for_export(name).map(|item| Shape::of(types, item));
        check.export(name, found.as_ref(), expected);
    }
    let mut rights = check.rights;
    rights.sort();
    rights.dedup();
    Rights { world, rights }
}

/// The world that exports of these names belong to.
pub(super) fn world_of(exports: &[&str]) -> World {
    if exports.contains(&"on-watermark") { World::TimedOperator } else { World::Operator }
}

struct Check<'a> {
    world: World,
    interface: &'static Interface,
    rights: Vec<String>,
    refusals: &'a mut Vec<Refusal>,
}

impl Check<'_> {
    fn import(&mut self, name: &str, found: &Shape) {
        // Types that the world uses are imported beside its interfaces, under their own names.
        if let (Some(expected), Shape::Type(_)) = (self.interface.imports.get(name), found) {
            return self.import_type(name, found, expected);
        }
        let interface = match interface_of(name) {
            Ok(interface) => interface,
            Err(refusal) => return self.refusals.push(refusal),
        };
        let known = self.interface.imports.get(&Interface::full_name(interface));
        match (known, found) {
            (Some(Shape::Instance(known)), Shape::Instance(items)) => {
                for (item, found) in items {
                    let Some(expected) = known.get(item) else {
                        let (name, reason) =
                            (quoted(&format!("{name}#{item}")), "no such function or type");
                        self.refusals.push(Refusal::ForbiddenImport { name, reason });
                        continue;
                    };
                    self.import_type(&format!("{name}#{item}"), found, expected);
                    if matches!(found, Shape::Func(_)) {
                        self.rights.push(format!("{interface}.{item}"));
                    }
                }
            }
            (Some(expected), found) => self.import_type(name, found, expected),
            (None, _) => {
                let (name, reason) = (quoted(name), "no such interface");
                self.refusals.push(Refusal::ForbiddenImport { name, reason });
            }
        }
    }

    fn import_type(&mut self, name: &str, found: &Shape, expected: &Shape) {
        if found != expected {
            self.refusals.push(Refusal::ImportType {
                name: quoted(name),
                world: self.world.name(),
                found: self.text(found),
                expected: self.text(expected),
            });
        }
    }

    fn export(&mut self, name: &str, found: Option<&Shape>, expected: &Shape) {
        let (name, world) = (name.to_owned(), self.world.name());
        let expected_text = self.text(expected);
        match found {
            Some(found) if found == expected => {}
            None => {
                self.refusals.push(Refusal::ExportMissing { name, world, expected: expected_text });
            }
            Some(found) => {
                let (found, expected) = (self.text(found), expected_text);
                self.refusals.push(Refusal::ExportType { name, world, found, expected });
            }
        }
    }

    fn text(&self, shape: &Shape) -> String {
        quoted(&self.interface.named(shape.text()))
    }
}

/// The interface that an import names, if it is of our package in a version that this host speaks: ours, or an earlier
/// patch of it, since the interface only grows.
pub(super) fn interface_of(import: &str) -> Result<&str, Refusal> {
    let Some(name) = import.strip_prefix(PACKAGE) else {
        let reason = if import.starts_with("wasi") {
            "WASI does not exist here"
        } else {
            "not of the guest interface"
        };
        return Err(Refusal::ForbiddenImport { name: quoted(import), reason });
    };
    let (interface, version) = name.split_once('@').unwrap_or((name, "none"));
    if speaks(version) {
        Ok(interface)
    } else {
        let (name, version) = (quoted(import), quoted(version));
        Err(Refusal::ImportVersion { name, version })
    }
}

fn speaks(version: &str) -> bool {
    match (numbers(version), numbers(INTERFACE_VERSION)) {
        (Some([major, minor, patch]), Some(ours)) => {
            [major, minor] == ours[..2] && patch <= ours[2]
        }
        _ => false,
    }
}

/// Three plain numbers without leading zeros; pre-releases and builds are none.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.');
    let mut next = || {
        let part = parts.next()?;
        part.parse::<u32>().ok().filter(|number| number.to_string() == part)
    };
    let numbers = [next()?, next()?, next()?];
    parts.next().is_none().then_some(numbers)
}
