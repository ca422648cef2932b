//! What propaganda is about, as the plan names it: a list that the office adds to.
use crate::domain::record::{Fault, Order, links, record};
use crate::text::{field as t, rule, session as ts};

/// The topics that the plan names (kế hoạch, mục I.1, II.1 và II.2.e).
pub const SEEDED: &[&str] = &[
    "Xâm hại tình dục trẻ em",
    "Ngược đãi, bạo lực trẻ em",
    "Bóc lột sức lao động trẻ em",
    "Sao nhãng, bỏ mặc trẻ em",
    "Bảo vệ trẻ em trên môi trường mạng",
    "Tai nạn thương tích trẻ em",
    "Đuối nước trẻ em",
    "Bắt cóc, mua bán trẻ em",
    "Lôi kéo trẻ em phạm tội",
    "Cản trở việc thực hiện quyền trẻ em",
    "Ấn phẩm bạo lực, khiêu dâm",
    "Quan tâm, chăm sóc con em mình",
    "Quyền và bổn phận của trẻ em",
];

record! {
    /// A topic.
    pub struct Topic {
        table: "topic", source: "topic_shown", title: ts::TOPICS, one: ts::ONE_TOPIC,
        search: &["name"], order: Order::Plain,
    }
    columns {
        name: String => t::TOPIC, 50;
    }
    shown {
        sessions: i64 => t::SESSIONS_COUNT, 5;
    }
}

impl Topic {
    fn rules(&self) -> Vec<Fault> {
        if self.name.is_empty() { vec![Fault::at("name", rule::NEEDED)] } else { Vec::new() }
    }
}

links! {
    /// The topics of a session.
    pub struct Topics { table: "session_topic", from: "session", to: "topic", target: "topic" }
}
