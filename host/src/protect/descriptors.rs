//! Descriptors that a child must not have. What this program opens is closed on exec anyway; what it was started with, by
//! a shell, a service manager or a test, need not be.

/// The first descriptor that is not one of a program's three.
const FIRST: i32 = 3;

/// Sees to it that a program started from now on has the three descriptors that it is given, and no others.
pub fn keep_from_children() {
    close_fds::set_fds_cloexec(FIRST, &[]);
}
