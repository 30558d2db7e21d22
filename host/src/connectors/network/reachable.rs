//! What connectors may reach. On a cluster that is what the tenant was granted, asked of every address that a name turns
//! out to mean, in the moment of connecting: what a name means is for whoever owns it to change.

use std::{
    io::{Error, ErrorKind, Result},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket},
    sync::Arc,
};

use sandbar_control::{Network, Refusal};
use tokio::net::lookup_host;

use super::Address;

/// What the connectors of one pipeline may reach.
#[derive(Clone, Debug)]
pub enum Reachable {
    /// Whatever this process may.
    Everything,
    Granted(Arc<Granted>),
}

/// What a tenant was granted, on a cluster of these hosts.
#[derive(Debug)]
pub struct Granted {
    pub network: Network,
    pub hosts: Vec<IpAddr>,
}

impl Reachable {
    /// Where `address` is, as far as that may be reached: at least one address.
    ///
    /// # Errors
    /// If the name cannot be resolved; [`is_refused`] if all that it means is out of reach.
    pub(in crate::connectors) async fn find(&self, address: &Address) -> Result<Vec<SocketAddr>> {
        let granted = match self {
            Self::Everything => None,
            Self::Granted(granted) => Some(granted),
        };
        let is_named =
            granted.is_some_and(|granted| granted.network.names(&address.host, address.port));
        if granted.is_some() && !is_named && address.host.parse::<IpAddr>().is_err() {
            return Err(refused(address, None, Refusal::NotGranted));
        }
        let (mut reached, mut refusal) = (Vec::new(), None);
        for found in lookup_host((address.host.as_str(), address.port)).await? {
            match granted.map_or(Ok(()), |granted| granted.reaches(found, is_named)) {
                Ok(()) => reached.push(found),
                Err(why) => refusal = Some((found.ip(), why)),
            }
        }
        match (reached.is_empty(), refusal) {
            (false, _) => Ok(reached),
            (true, Some((ip, why))) => Err(refused(address, Some(ip), why)),
            (true, None) => Err(Error::other("the name means no address")),
        }
    }

    /// `address` for a library that connects by itself: where a name could lead it elsewhere, the address in numbers.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub(in crate::connectors) async fn pin(&self, address: &Address) -> Result<Address> {
        match self {
            Self::Everything => Ok(address.clone()),
            Self::Granted(_) => {
                let found = self.find(address).await?;
                Ok(Address { host: found[0].ip().to_string(), port: address.port })
            }
        }
    }

    /// # Errors
    /// If nobody may listen on `port`.
    pub(super) fn check_port(&self, port: u16) -> Result<()> {
        match self {
            Self::Granted(granted) if !granted.network.listens(port) => {
                let message = format!("the tenant is not granted to listen on port {port}");
                Err(Error::new(ErrorKind::PermissionDenied, message))
            }
            _ => Ok(()),
        }
    }
}

impl Granted {
    fn reaches(&self, address: SocketAddr, is_named: bool) -> std::result::Result<(), Refusal> {
        let is_inside = self.hosts.contains(&address.ip().to_canonical()) || is_own(address);
        self.network.reaches(address, is_named, is_inside)
    }
}

/// Whether `address` is one of this machine: then it is also where the way to it begins. Nothing is sent to find out.
fn is_own(address: SocketAddr) -> bool {
    let any: IpAddr = match address {
        SocketAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        SocketAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let begins = UdpSocket::bind((any, 0)).and_then(|socket| {
        socket.connect(address)?;
        socket.local_addr()
    });
    begins.is_ok_and(|begins| begins.ip().to_canonical() == address.ip().to_canonical())
}

/// Whether it is of no use to try again.
pub(in crate::connectors) fn is_refused(error: &Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied
}

fn refused(address: &Address, means: Option<IpAddr>, refusal: Refusal) -> Error {
    let means = match means {
        Some(ip) if ip.to_string() != address.host => format!(" ({ip})"),
        _ => String::new(),
    };
    let message = match refusal {
        Refusal::NotGranted => format!("the tenant is not granted to connect to {address}{means}"),
        Refusal::Inside => format!(
            "{address}{means} is a machine of the cluster or on its link, which only a rule for just that address grants"
        ),
    };
    Error::new(ErrorKind::PermissionDenied, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(connect: &[&str], hosts: &[&str]) -> Reachable {
        let connect = connect.iter().map(|rule| rule.parse().unwrap()).collect();
        let network = Network { connect, listen: vec!["9000".parse().unwrap()] };
        let hosts = hosts.iter().map(|host| host.parse().unwrap()).collect();
        Reachable::Granted(Arc::new(Granted { network, hosts }))
    }

    async fn find(reachable: &Reachable, address: &str) -> std::result::Result<String, String> {
        let found = reachable.find(&Address::parse(address).unwrap()).await;
        found.map(|found| found[0].to_string()).map_err(|error| {
            assert!(is_refused(&error), "{error}");
            error.to_string()
        })
    }

    #[tokio::test]
    async fn without_a_cluster_everything_is_reached() {
        assert_eq!(find(&Reachable::Everything, "127.0.0.1:9").await.unwrap(), "127.0.0.1:9");
        Reachable::Everything.check_port(1).unwrap();
    }

    #[tokio::test]
    async fn a_name_is_not_looked_up_that_nobody_granted() {
        let reachable = granted(&["other.invalid:80"], &[]);
        let why = find(&reachable, "name.invalid:80").await.unwrap_err();
        assert_eq!(why, "the tenant is not granted to connect to name.invalid:80");
    }

    #[tokio::test]
    async fn a_granted_name_that_means_this_machine_is_refused() {
        let why = find(&granted(&["localhost:80"], &[]), "localhost:80").await.unwrap_err();
        assert!(why.ends_with("which only a rule for just that address grants"), "{why}");
        let just = granted(&["localhost:80", "127.0.0.1:80", "[::1]:80"], &[]);
        find(&just, "localhost:80").await.unwrap();
    }

    #[tokio::test]
    async fn addresses_of_hosts_are_refused_whoever_they_seem_to_belong_to() {
        let wide = granted(&["192.0.2.0/24:80"], &["192.0.2.7"]);
        assert_eq!(find(&wide, "192.0.2.8:80").await.unwrap(), "192.0.2.8:80");
        let why = find(&wide, "192.0.2.7:80").await.unwrap_err();
        assert!(why.contains("192.0.2.7:80 is a machine of the cluster"), "{why}");
        let just = granted(&["192.0.2.0/24:80", "192.0.2.7:80"], &["192.0.2.7"]);
        find(&just, "192.0.2.7:80").await.unwrap();
    }

    #[test]
    fn this_machine_is_known_by_its_own_addresses() {
        assert!(is_own("127.0.0.1:9".parse().unwrap()));
        assert!(!is_own("192.0.2.1:9".parse().unwrap()));
    }

    #[tokio::test]
    async fn libraries_are_given_numbers_and_ports_are_checked() {
        let reachable = granted(&["localhost:80", "127.0.0.1:80", "[::1]:80"], &[]);
        let address = Address::parse("localhost:80").unwrap();
        let pinned = reachable.pin(&address).await.unwrap();
        assert!(pinned.host.parse::<IpAddr>().is_ok(), "{pinned}");
        assert_eq!(Reachable::Everything.pin(&address).await.unwrap(), address);
        reachable.check_port(9000).unwrap();
        assert!(is_refused(&reachable.check_port(9001).unwrap_err()));
    }
}
