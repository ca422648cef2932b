//! The office's own Word files that reports are filled into, each with the reports it is for.
use crate::domain::period::{Kind, Period};
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::template as words;

choices! {
    /// The reports that a template is for.
    pub enum TemplateKind {
        #[default] Any "any" = words::ANY;
        Half "half" = words::HALF;
        Year "year" = words::YEAR;
        Action "action" = words::ACTION;
    }
}

impl TemplateKind {
    /// The kind that is only for the reports of such a period.
    #[must_use]
    pub const fn of(period: &Period) -> Self {
        match period.kind {
            Kind::Half(..) => Self::Half,
            Kind::Year(_) => Self::Year,
            Kind::Action(_) => Self::Action,
            _ => Self::Any,
        }
    }
}

record! {
    /// A template: its name, what it is for, and the file in Base64.
    pub struct Template {
        table: "template", source: "template", title: words::TEMPLATES, one: words::ONE_TEMPLATE,
        search: &["name"], order: Order::Plain,
    }
    columns {
        name: String => words::NAME, 48;
        kind: TemplateKind => words::KIND, 24;
    }
    stamped {
        content: String => words::CONTENT, 0;
    }
}

impl Template {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("name", self.name.is_empty())])
    }
}
