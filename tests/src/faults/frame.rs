//! Ethernet frames with TCP in them: whom they are for, and how to spoil one so that the kernel's checksums hold.

/// Bytes before the IP header.
const ETHERNET: usize = 14;

/// Bit of TCP's flags.
const RST: u8 = 4;

/// Whether `bytes` are for host number `host`, or for all.
pub(super) fn is_for(bytes: &[u8], host: usize) -> bool {
    match bytes.get(..6) {
        // The lowest bit of the first byte says: a group.
        Some(to) => to[0] & 1 == 1 || usize::from(to[5]) == host + 1,
        None => false,
    }
}

/// Where the TCP header begins, and where what it carries does.
fn tcp(bytes: &[u8]) -> Option<(usize, usize)> {
    let is_ip = bytes.get(12..14)? == [8, 0];
    let header = bytes.get(ETHERNET)?;
    let is_tcp = *bytes.get(ETHERNET + 9)? == 6;
    let begin = ETHERNET + usize::from(header & 15) * 4;
    let content = begin + usize::from(bytes.get(begin + 12)? >> 4) * 4;
    let end = ETHERNET + usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    (is_ip && is_tcp && header >> 4 == 4 && content < end && end <= bytes.len())
        .then_some((begin, content))
}

/// Swaps two words of what a segment carries, if there are two different ones; whether there are. The checksum is a sum,
/// so it stays right.
pub(super) fn swap_words(bytes: &mut [u8], chance: u64) -> bool {
    let Some((begin, content)) = tcp(bytes) else { return false };
    // Words are counted from the segment's beginning; headers have whole ones.
    let words: Vec<usize> = (content..bytes.len() - 1).step_by(2).collect();
    debug_assert_eq!((content - begin) % 2, 0);
    if words.is_empty() {
        return false;
    }
    let first = words[usize::try_from(chance % words.len() as u64).unwrap_or(0)];
    let pair = |at: usize, bytes: &[u8]| [bytes[at], bytes[at + 1]];
    let Some(&other) = words.iter().find(|&&at| pair(at, bytes) != pair(first, bytes)) else {
        return false;
    };
    bytes.swap(first, other);
    bytes.swap(first + 1, other + 1);
    true
}

/// Turns a segment that carries something into one that resets its connection; whether it was one.
pub(super) fn reset(bytes: &mut [u8]) -> bool {
    let Some((begin, _)) = tcp(bytes) else { return false };
    let word = |at: usize, bytes: &[u8]| u32::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]));
    let before = word(begin + 12, bytes);
    bytes[begin + 13] |= RST;
    let after = word(begin + 12, bytes);
    // RFC 1624: the new checksum from the old one and the word that changed.
    let mut sum = (!word(begin + 16, bytes) & 0xffff) + (!before & 0xffff) + after;
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    let sum = u16::try_from(!sum & 0xffff).unwrap_or_default();
    bytes[begin + 16..begin + 18].copy_from_slice(&sum.to_be_bytes());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A segment with `content`; the checksum is right.
    fn segment(content: &[u8]) -> Vec<u8> {
        let mut bytes = vec![2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0];
        bytes.extend([0x45, 0, 0, 0, 0, 0, 0, 0, 64, 6, 0, 0, 10, 77, 0, 1, 10, 77, 0, 2]);
        bytes.extend([0; 12]);
        bytes.extend([0x50, 0x18, 0, 99, 0, 0, 0, 0]);
        bytes.extend(content);
        let length = u16::try_from(bytes.len() - ETHERNET).unwrap();
        bytes[16..18].copy_from_slice(&length.to_be_bytes());
        let sum = !sum(&bytes[34..]);
        bytes[50..52].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    /// Without the addresses, which nothing here changes.
    fn sum(bytes: &[u8]) -> u16 {
        let words = bytes.chunks(2).map(|word| match word {
            [one, other] => u32::from(u16::from_be_bytes([*one, *other])),
            [one] => u32::from(*one) << 8,
            _ => unreachable!("chunks of two"),
        });
        let mut sum: u32 = words.sum();
        while sum > 0xffff {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        u16::try_from(sum).unwrap()
    }

    #[test]
    fn spoiled_segments_keep_a_right_checksum() {
        let right = segment(b"what it carries");
        assert_eq!(sum(&right[34..]), 0xffff);
        let mut swapped = right.clone();
        assert!(swap_words(&mut swapped, 5));
        assert_ne!(swapped, right);
        assert_eq!(sum(&swapped[34..]), 0xffff);
        let mut resetting = right.clone();
        assert!(reset(&mut resetting));
        assert_eq!(resetting[47], 0x1c);
        assert_eq!(sum(&resetting[34..]), 0xffff);
        assert!(!reset(&mut segment(b"")), "a bare acknowledgement is let through");
        assert!(is_for(&right, 1) && !is_for(&right, 0));
    }
}
