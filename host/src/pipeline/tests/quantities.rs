//! Durations and sizes: what is read, what is refused, and that what is shown can be read again.

use std::time::Duration;

use super::super::quantity::{duration, show_duration, show_size, size};

#[test]
fn durations_are_a_number_and_a_unit() {
    let cases = [
        ("0ms", 0),
        ("250ms", 250),
        ("30s", 30_000),
        ("10m", 600_000),
        ("22h", 79_200_000),
        ("7 d", 604_800_000),
    ];
    for (text, ms) in cases {
        assert_eq!(duration(text), Ok(Duration::from_millis(ms)), "{text}");
    }
    for text in [
        "",
        "s",
        "1",
        "-1s",
        "1.5s",
        "1sec",
        "1S",
        " 1s",
        "1s ",
        "1h30m",
        "\u{663}s",
        "36526d",
        "18446744073709551616ms",
    ] {
        assert!(duration(text).is_err(), "{text:?}");
    }
}

#[test]
fn sizes_are_a_number_and_a_unit() {
    let cases = [("0B", 0), ("512KiB", 512 << 10), ("16MiB", 16 << 20), ("4 GiB", 4 << 30)];
    for (text, bytes) in cases {
        assert_eq!(size(text), Ok(bytes), "{text}");
    }
    for text in
        ["", "MiB", "16", "16MB", "16mib", "1.5GiB", "-1B", "8589934592GiB", "17179869185GiB"]
    {
        assert!(size(text).is_err(), "{text:?}");
    }
}

#[test]
fn what_is_shown_reads_the_same() {
    for ms in [0, 1, 999, 1_000, 1_500, 60_000, 3_600_000, 90_000_000, 86_400_000] {
        let given = Duration::from_millis(ms);
        assert_eq!(duration(&show_duration(given)), Ok(given));
    }
    for bytes in [0, 1, 1_000, 1_024, 1 << 20, (1 << 20) + 1, 3 << 30] {
        assert_eq!(size(&show_size(bytes)), Ok(bytes));
    }
    assert_eq!(show_duration(Duration::from_millis(79_200_000)), "22h");
    assert_eq!(show_size(64 << 20), "64 MiB");
}
