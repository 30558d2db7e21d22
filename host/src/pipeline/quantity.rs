//! Durations and sizes as people write them: a whole number and a unit.

use std::time::Duration;

/// What a duration may look like, for help texts.
pub(crate) const DURATIONS: &str =
    "write a whole number and a unit (ms, s, m, h or d), such as \"250ms\", \"30s\" or \"22h\"";

/// What a size may look like, for help texts.
pub(crate) const SIZES: &str =
    "write a whole number and a unit (B, KiB, MiB or GiB), such as \"512KiB\" or \"16MiB\"";

/// Longest duration: a century, in milliseconds. Whatever is added to it still fits 64 bits.
const DURATION_MS_MAX: u64 = 36_525 * 86_400_000;

/// Largest size: what a signed number of 64 bits holds.
const SIZE_MAX: u64 = i64::MAX as u64;

const DURATION_UNITS: &[(&str, u64)] =
    &[("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

const SIZE_UNITS: &[(&str, u64)] =
    &[("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)];

/// Reads "250ms", "30s", "10m", "22h" or "7d".
///
/// # Errors
/// What is wrong, as the end of a sentence that begins with the text.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    match quantity(text, DURATION_UNITS, "a duration")? {
        Some(ms) if ms <= DURATION_MS_MAX => Ok(Duration::from_millis(ms)),
        _ => Err("is longer than a century".to_owned()),
    }
}

/// Reads "512B", "64KiB", "16MiB" or "4GiB".
///
/// # Errors
/// What is wrong, as the end of a sentence that begins with the text.
pub(crate) fn size(text: &str) -> Result<u64, String> {
    match quantity(text, SIZE_UNITS, "a size")? {
        Some(bytes) if bytes <= SIZE_MAX => Ok(bytes),
        _ => Err(format!("is more than {SIZE_MAX} bytes")),
    }
}

/// The number times its unit, `None` on overflow.
fn quantity(text: &str, units: &[(&str, u64)], what: &str) -> Result<Option<u64>, String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    if digits == 0 {
        return Err(format!("is not {what}"));
    }
    let Some((_, factor)) = units.iter().find(|(name, _)| *name == unit.trim_start_matches(' '))
    else {
        let reason = if unit.trim().is_empty() { "has no unit" } else { "has an unknown unit" };
        return Err(format!("is not {what}: it {reason}"));
    };
    Ok(number.parse::<u64>().ok().and_then(|number| number.checked_mul(*factor)))
}

/// The shortest exact way to write `duration`.
pub(crate) fn show_duration(duration: Duration) -> String {
    let ms = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    show(ms, DURATION_UNITS, "")
}

/// The shortest exact way to write `bytes`.
pub(crate) fn show_size(bytes: u64) -> String {
    show(bytes, SIZE_UNITS, " ")
}

fn show(value: u64, units: &[(&str, u64)], gap: &str) -> String {
    let exact =
        units.iter().rev().find(|(_, factor)| value >= *factor && value.is_multiple_of(*factor));
    let (unit, factor) = exact.unwrap_or(&units[0]);
    format!("{}{gap}{unit}", value / factor)
}
