//! What a tenant's connectors may reach of the network: rules that whoever runs the cluster grants, and what they mean for
//! an address. Nobody is granted anything at first. No name is resolved here: whoever connects resolves it, and asks again
//! for each address that came out.
//!
//! A rule for a name or a network never means this machine, its neighbours on the link or a host of the cluster, whatever
//! the name resolves to; only a rule that gives that one address does. So nobody reaches what trusts its neighbours by
//! pointing a name there.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    ops::RangeInclusive,
    str::FromStr,
};

use serde::{Deserialize, Serialize};

use crate::Problem;

/// Most rules of a kind: they go to every worker with each start.
const RULES_MAX: usize = 100;

/// Longest name of a host, as DNS has it.
const NAME_BYTES_MAX: usize = 253;

/// What a tenant may reach, and where it may listen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    #[serde(default)]
    pub connect: Vec<Target>,
    #[serde(default)]
    pub listen: Vec<Ports>,
}

/// Others that may be connected to: `HOST:PORT`, where a host is a name, an address or a network, as in
/// `broker.example:1883`, `10.1.0.0/16:9000-9010`, `[fd00::5]:443`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target {
    hosts: Hosts,
    ports: Ports,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Hosts {
    /// In lower case.
    Name(String),
    /// The addresses that begin with the same bits; all bits: this one.
    Addresses { first: IpAddr, bits: u32 },
}

/// A port, or all from one to another: `9000`, `9000-9010`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ports {
    first: u16,
    last: u16,
}

/// Why an address is out of reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No rule grants it.
    NotGranted,
    /// It means this machine, its link or a host of the cluster, and no rule gives just that address.
    Inside,
}

impl Network {
    /// Whether a pipeline file may name `host`, as it stands there, to be connected to. An address that is no name is decided
    /// by [`reaches`](Self::reaches) alone.
    pub fn names(&self, host: &str, port: u16) -> bool {
        let host = host.to_ascii_lowercase();
        self.connect.iter().any(|target| {
            target.ports.contains(port)
                && matches!(&target.hosts, Hosts::Name(name) if *name == host)
        })
    }

    /// Whether `address`, which a granted name or nothing but itself stands for, may be connected to. `is_inside`: whether it
    /// is one of this machine or of a host of the cluster, as far as the caller knows.
    ///
    /// # Errors
    /// Why not.
    pub fn reaches(
        &self,
        address: SocketAddr,
        is_named: bool,
        is_inside: bool,
    ) -> Result<(), Refusal> {
        let ip = address.ip().to_canonical();
        let rules = || self.connect.iter().filter(|target| target.ports.contains(address.port()));
        if rules().any(|target| target.hosts.is_just(ip)) {
            return Ok(());
        }
        if !is_named && !rules().any(|target| target.hosts.covers(ip)) {
            return Err(Refusal::NotGranted);
        }
        match is_inside || is_near(ip) {
            true => Err(Refusal::Inside),
            false => Ok(()),
        }
    }

    /// Whether a connector may listen on `port`.
    pub fn listens(&self, port: u16) -> bool {
        self.listen.iter().any(|ports| ports.contains(port))
    }

    /// The same with what `more` grants.
    ///
    /// # Errors
    /// `too-large`, if that is more than a tenant may have.
    pub fn with(mut self, more: Self) -> Result<Self, Problem> {
        extend(&mut self.connect, more.connect, "addresses to connect to")?;
        extend(&mut self.listen, more.listen, "ports to listen on")?;
        Ok(self)
    }

    /// The same without the rules of `less`.
    ///
    /// # Errors
    /// `not-found`, naming a rule that is not there.
    pub fn without(mut self, less: &Self) -> Result<Self, Problem> {
        take(&mut self.connect, &less.connect)?;
        take(&mut self.listen, &less.listen)?;
        Ok(self)
    }

    pub fn is_empty(&self) -> bool {
        self.connect.is_empty() && self.listen.is_empty()
    }
}

fn extend<T: PartialEq>(rules: &mut Vec<T>, more: Vec<T>, what: &str) -> Result<(), Problem> {
    for rule in more {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    match rules.len() > RULES_MAX {
        true => Err(Problem::new(
            crate::Code::TooLarge,
            format!("{} rules for {what} exceed the limit of {RULES_MAX}", rules.len()),
        )
        .help("grant a network or a range of ports instead")),
        false => Ok(()),
    }
}

fn take<T: PartialEq + fmt::Display>(rules: &mut Vec<T>, less: &[T]) -> Result<(), Problem> {
    for rule in less {
        let at = rules.iter().position(|granted| granted == rule);
        let at = at.ok_or_else(|| {
            Problem::not_found(format!("`{rule}` is not granted"))
                .help("`sandbar tenant list -o json` shows what is")
        })?;
        rules.remove(at);
    }
    Ok(())
}

/// Whether `ip` is this machine, or whoever is on its link: among the latter is what clouds give machines their secrets by.
fn is_near(ip: IpAddr) -> bool {
    let common = ip.is_loopback() || ip.is_unspecified() || ip.is_multicast();
    common
        || match ip {
            IpAddr::V4(ip) => ip.is_link_local() || ip.is_broadcast() || ip.octets()[0] == 0,
            IpAddr::V6(ip) => ip.is_unicast_link_local(),
        }
}

impl Hosts {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u32>().ok()?)),
            None => (text, None),
        };
        if let Ok(first) = address.parse::<IpAddr>() {
            let all = width(first);
            let bits = bits.unwrap_or(all);
            let known = Self::Addresses { first, bits };
            // A rule says what it means: no bits beyond its network.
            let is_whole = bits <= all && known.network(first) == Some(number(first));
            return (is_whole && first == first.to_canonical()).then_some(known);
        }
        let is_part = |part: &str| {
            let inner = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=63).contains(&part.len()) && part.bytes().all(inner)
        };
        // What ends in a number would be taken for an address.
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_name = bits.is_none()
            && address.len() <= NAME_BYTES_MAX
            && address.split('.').all(is_part)
            && !address.rsplit('.').next().is_some_and(is_number);
        is_name.then(|| Self::Name(address.to_ascii_lowercase()))
    }

    /// The bits of `ip` that decide; none if it is of another kind.
    fn network(&self, ip: IpAddr) -> Option<u128> {
        let Self::Addresses { first, bits } = self else { return None };
        let width = width(*first);
        if width != self::width(ip) {
            return None;
        }
        let rest = width - bits;
        Some(number(ip).checked_shr(rest).unwrap_or(0).checked_shl(rest).unwrap_or(0))
    }

    fn covers(&self, ip: IpAddr) -> bool {
        match self {
            Self::Name(_) => false,
            Self::Addresses { first, .. } => self.network(ip) == Some(number(*first)),
        }
    }

    fn is_just(&self, ip: IpAddr) -> bool {
        matches!(self, Self::Addresses { first, bits } if *first == ip && *bits == width(ip))
    }
}

/// Bits of an address.
fn width(ip: IpAddr) -> u32 {
    if ip.is_ipv4() { 32 } else { 128 }
}

fn number(ip: IpAddr) -> u128 {
    match ip {
        IpAddr::V4(ip) => u32::from(ip).into(),
        IpAddr::V6(ip) => ip.into(),
    }
}

impl Ports {
    fn range(self) -> RangeInclusive<u16> {
        self.first..=self.last
    }

    fn contains(self, port: u16) -> bool {
        self.range().contains(&port)
    }
}

impl FromStr for Target {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let parsed = || {
            let (host, ports) = text.rsplit_once(':')?;
            let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
            // Without brackets it is not known where an address of IPv6 ends.
            if bare.is_none() && host.contains(':') {
                return None;
            }
            let hosts = Hosts::parse(bare.unwrap_or(host))?;
            Some(Self { hosts, ports: ports.parse().ok()? })
        };
        parsed().ok_or_else(|| {
            Problem::invalid(format!("{} is nothing to connect to", quoted(text))).help(
                "write HOST:PORT or HOST:PORT-PORT, with a name, an address or a network, such as \
                 `broker.example:1883` or `10.1.0.0/16:9000-9010`",
            )
        })
    }
}

impl FromStr for Ports {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let number = |text: &str| text.parse::<u16>().ok().filter(|&port| port != 0);
        let parsed = || {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let ports = Self { first: number(first)?, last: number(last)? };
            (ports.first <= ports.last).then_some(ports)
        };
        parsed().ok_or_else(|| {
            Problem::invalid(format!("{} is no port", quoted(text)))
                .help("write a number from 1 to 65535, or two such as `9000-9010`")
        })
    }
}

/// The beginning of what somebody sent.
fn quoted(text: &str) -> String {
    const SHOWN: usize = 100;
    format!("`{}`", text.chars().take(SHOWN).flat_map(char::escape_debug).collect::<String>())
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.hosts {
            Hosts::Name(name) => formatter.write_str(name)?,
            &Hosts::Addresses { first, bits } => {
                let network = match bits == width(first) {
                    true => first.to_string(),
                    false => format!("{first}/{bits}"),
                };
                match first {
                    IpAddr::V4(_) => formatter.write_str(&network)?,
                    IpAddr::V6(_) => write!(formatter, "[{network}]")?,
                }
            }
        }
        write!(formatter, ":{}", self.ports)
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first == self.last {
            true => write!(formatter, "{}", self.first),
            false => write!(formatter, "{}-{}", self.first, self.last),
        }
    }
}

macro_rules! text {
    ($($name:ident),*) => {$(
        impl TryFrom<String> for $name {
            type Error = Problem;

            fn try_from(text: String) -> Result<Self, Problem> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(rule: $name) -> Self {
                rule.to_string()
            }
        }
    )*};
}

text!(Target, Ports);

#[cfg(test)]
mod tests;
