//! Reading charters.

use super::*;
use crate::{communities::charter, testing::Sketch};
use domain::policy::Admission;

#[tokio::test]
async fn a_charter_is_read_before_joining_even_on_request() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    yard.community_as("Vélo", &[&ana], sketch).await;
    let seen = charter(&yard.ctx, &zoe, "velo").await.unwrap();
    assert_eq!((seen.version, seen.accepted), (1, None));
    assert_eq!(seen.animators.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ana"]);
    assert_eq!(seen.sponsor, None);

    yard.community_as("Secret", &[&ana], Sketch { listed: false, ..Sketch::default() }).await;
    assert_eq!(reason(charter(&yard.ctx, &zoe, "secret").await), Reason::NotFound);
}
