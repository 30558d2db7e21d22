//! Tenants, tokens and the audit log over metadata in memory.

use std::{cell::Cell, rc::Rc};

use sandbar_control::{Code, Quota, Scope, TenantName, TokenId, TokenKey};
use sandbar_dataflow::Clock;
use sandbar_store::metadata::Memory;

use super::{Audit, Ended, Tenancy};

/// A clock that stands where a test puts it.
#[derive(Default)]
struct Stopped(std::sync::atomic::AtomicI64);

impl Clock for Stopped {
    fn now_ms(&self) -> i64 {
        self.0.load(std::sync::atomic::Ordering::Relaxed)
    }

    fn thread_cpu(&self) -> std::time::Duration {
        std::time::Duration::ZERO
    }
}

struct World {
    tenancy: Tenancy,
    clock: Rc<Stopped>,
    acme: TenantName,
}

async fn world() -> World {
    let clock = Rc::<Stopped>::default();
    clock.0.store(1_000, std::sync::atomic::Ordering::Relaxed);
    let metadata = Rc::new(Memory::default());
    let tenancy = Tenancy::new(metadata, TokenKey::new([1; 32]), Rc::clone(&clock) as _);
    let acme = TenantName::parse("acme").unwrap();
    tenancy.create(&acme, Quota::default()).await.unwrap();
    World { tenancy, clock, acme }
}

#[tokio::test]
async fn tenants_are_made_once_and_quotas_changed() {
    let World { tenancy, acme, .. } = world().await;
    let again = tenancy.create(&acme, Quota::default()).await.unwrap_err();
    assert_eq!(again.code, Code::Exists);
    let quota = Quota { plugins: 3, ..Quota::default() };
    tenancy.set_quota(&acme, quota).await.unwrap();
    assert_eq!(tenancy.tenant(&acme).await.unwrap().quota, quota);
    let other = TenantName::parse("other").unwrap();
    assert_eq!(tenancy.set_quota(&other, quota).await.unwrap_err().code, Code::NotFound);
    assert_eq!(tenancy.tenants().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_gives_what_it_was_issued_for_until_it_is_revoked() {
    let World { tenancy, acme, .. } = world().await;
    tenancy.issue(Scope::Operator, "me", 0).await.unwrap();
    let issued = tenancy.issue(Scope::Tenant(acme.clone()), "ci", 0).await.unwrap();
    let shown = issued.token.reveal();
    let grant = tenancy.authenticate(&shown).await.unwrap();
    assert_eq!(grant.tenant(), Some(&acme));
    assert_eq!(grant.actor(), "acme/ci");
    assert_eq!(grant.check(), Ok(()));
    tenancy.revoke(&issued.id).await.unwrap();
    assert_eq!(grant.check(), Err(Ended::Revoked));
    assert_eq!(grant.ended().await, Ended::Revoked);
    assert_eq!(tenancy.authenticate(&shown).await.unwrap_err().code, Code::Unauthenticated);
    assert_eq!(tenancy.revoke(&issued.id).await.unwrap_err().code, Code::NotFound);
}

#[tokio::test]
async fn tokens_that_are_none_get_one_answer() {
    let World { tenancy, .. } = world().await;
    let never = sandbar_control::Token::mint([9; 32]).reveal();
    let answers = [
        tenancy.authenticate(&never).await.unwrap_err(),
        tenancy.authenticate("").await.unwrap_err(),
        tenancy.authenticate("sbt_").await.unwrap_err(),
    ];
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn expiry_is_felt_by_grants_in_use() {
    let World { tenancy, clock, acme } = world().await;
    let scope = Scope::Tenant(acme);
    assert_eq!(tenancy.issue(scope.clone(), "ci", 1_000).await.unwrap_err().code, Code::Invalid);
    let issued = tenancy.issue(scope, "ci", 2_000).await.unwrap();
    let grant = tenancy.authenticate(&issued.token.reveal()).await.unwrap();
    assert_eq!(grant.check(), Ok(()));
    clock.0.store(2_000, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(grant.check(), Err(Ended::Expired));
    assert_eq!(grant.ended().await, Ended::Expired);
    let shown = issued.token.reveal();
    assert_eq!(tenancy.authenticate(&shown).await.unwrap_err().code, Code::Unauthenticated);
}

#[tokio::test]
async fn the_last_token_of_an_operator_stays() {
    let World { tenancy, .. } = world().await;
    let first = tenancy.issue(Scope::Operator, "me", 0).await.unwrap();
    assert_eq!(tenancy.revoke(&first.id).await.unwrap_err().code, Code::Conflict);
    let passing = tenancy.issue(Scope::Operator, "you", 0).await.unwrap();
    tenancy.revoke(&first.id).await.unwrap();
    assert_eq!(tenancy.revoke(&passing.id).await.unwrap_err().code, Code::Conflict);
    let unknown = TokenId::parse("0123456789abcdef").unwrap();
    assert_eq!(tenancy.revoke(&unknown).await.unwrap_err().code, Code::NotFound);
}

#[tokio::test]
async fn labels_are_fit_for_a_terminal_and_tenants_must_be_there() {
    let World { tenancy, acme, .. } = world().await;
    let long = "x".repeat(64);
    for label in ["", "a\nb", "\u{1b}[2J", "ü", &long] {
        let refused = tenancy.issue(Scope::Tenant(acme.clone()), label, 0).await.unwrap_err();
        assert_eq!(refused.code, Code::Invalid, "{label:?}");
    }
    let nobody = Scope::Tenant(TenantName::parse("nobody").unwrap());
    assert_eq!(tenancy.issue(nobody, "ci", 0).await.unwrap_err().code, Code::NotFound);
}

#[tokio::test]
async fn what_was_done_is_written_down_in_order_and_over_a_restart() {
    let metadata: Rc<dyn sandbar_store::Metadata> = Rc::new(Memory::default());
    let clock: Rc<dyn Clock> = Rc::<Stopped>::default();
    let number = Cell::new(0);
    for _ in 0..2 {
        let audit = Audit::open(Rc::clone(&metadata), Rc::clone(&clock)).await.unwrap();
        for _ in 0..2 {
            number.set(number.get() + 1);
            let subject = format!("a{}\u{1b}", number.get());
            audit.note("operator/me", "drain", &subject, &Ok(())).await;
        }
        let newest = audit.newest(1).await.unwrap();
        assert_eq!(newest[0].subject, format!("a{}\u{fffd}", number.get()));
    }
    let audit = Audit::open(metadata, clock).await.unwrap();
    let refused: Result<(), _> = Err(sandbar_control::Problem::unauthenticated());
    audit.note("operator/me", "drain", "a5", &refused).await;
    let kept = audit.newest(100).await.unwrap();
    let told: Vec<_> = kept.iter().map(|entry| entry.outcome.as_str()).collect();
    assert_eq!(told, ["ok", "ok", "ok", "ok", "unauthenticated"]);
}
