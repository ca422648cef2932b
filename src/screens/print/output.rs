//! What can be written to a file, and in what form: a thing has an output for each form it comes in.
use std::path::Path;

use crate::paper::{Grid, Paper, PaperError, csv, docx, json, pdf, txt, xlsx};
use crate::reports::papers::{self, Printable, Subject, TEXT_WIDTH};
use crate::screens::screen::{Cx, Screen};
use crate::store::Result;
use crate::text::{Said, Text, print as t};

/// One form of a thing.
pub struct Output {
    /// What the thing is; outputs of one name that follow each other are its forms.
    pub name: Said,
    /// What its file is named after; blank for what the choice is named after.
    pub stem: &'static str,
    /// What comes of it.
    pub made: Made,
}

/// What comes of an output.
pub enum Made {
    /// A file of an ending.
    File(&'static str, Make),
    /// A file of an ending, put out within an act: where it cannot be written nothing is done.
    Act(&'static str, Act),
    /// A paper that is shown page by page.
    Shown(Fill),
    /// A folder, which a screen of its own fills.
    Folder(Open),
}

/// Makes the bytes of a file.
pub type Make = Box<dyn Fn(&mut Cx) -> Result<Vec<u8>>>;

/// An act that puts the bytes of a file out before it is done.
pub type Act = Box<dyn Fn(&mut Cx, &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()>>;

/// Fills a paper.
pub type Fill = Box<dyn Fn(&mut Cx) -> Result<Paper>>;

/// Opens the screen that fills a folder.
pub type Open = Box<dyn Fn(&mut Cx, &Path) -> Result<Box<dyn Screen>>>;

impl Output {
    fn of(name: impl Into<Said>, made: Made) -> Self {
        Self { name: name.into(), stem: "", made }
    }

    /// An output whose file has an ending.
    #[must_use]
    pub fn new(
        name: impl Into<Said>,
        ending: &'static str,
        make: impl Fn(&mut Cx) -> Result<Vec<u8>> + 'static,
    ) -> Self {
        Self::of(name, Made::File(ending, Box::new(make)))
    }

    /// The same output, its file named after a stem of its own.
    #[must_use]
    pub fn named(mut self, stem: &'static str) -> Self {
        self.stem = stem;
        self
    }

    /// A paper of the table in every form it has.
    #[must_use]
    pub fn of_paper(paper: &'static Printable, subject: &Subject) -> Vec<Self> {
        let file = |ending: &&'static str| {
            let (ending, subject) = (*ending, subject.clone());
            Self::new(paper.name, ending, move |cx| paper.file(cx.store, &subject, ending)).named(paper.code)
        };
        let mut forms: Vec<Self> = paper.endings().iter().map(file).collect();
        let subject = subject.clone();
        forms.push(Self::preview(paper.name, move |cx| paper.paper(cx.store, &subject)));
        forms
    }

    /// A paper to look at, page by page as it is printed.
    #[must_use]
    pub fn preview(name: Text, fill: impl Fn(&mut Cx) -> Result<Paper> + 'static) -> Self {
        Self::of(name, Made::Shown(Box::new(fill)))
    }

    /// A folder of files, which a screen of its own fills.
    #[must_use]
    pub fn folder(name: Text, open: impl Fn(&mut Cx, &Path) -> Result<Box<dyn Screen>> + 'static) -> Self {
        Self::of(name, Made::Folder(Box::new(open)))
    }

    /// A paper that an act fills and puts out, as the files it can be; none of them shows it, since it is an act.
    #[must_use]
    pub fn acts(
        name: Text,
        act: impl Fn(&mut Cx, &mut dyn FnMut(&Paper) -> Result<()>) -> Result<()> + Clone + 'static,
    ) -> Vec<Self> {
        type Render = fn(&Paper) -> std::result::Result<Vec<u8>, PaperError>;
        let form = |(ending, render): (&'static str, Render)| {
            let act = act.clone();
            let run = move |cx: &mut Cx, put: &mut dyn FnMut(&[u8]) -> Result<()>| {
                act(cx, &mut |paper| put(&render(paper).map_err(|error| error.said())?))
            };
            Self::of(name, Made::Act(ending, Box::new(run)))
        };
        [("docx", docx::render as Render), ("pdf", pdf::render)].map(form).into()
    }

    /// A paper that is no line of the table, in every form.
    #[must_use]
    pub fn forms(name: Text, fill: impl Fn(&mut Cx) -> Result<Paper> + Clone + 'static) -> Vec<Self> {
        let [first, second, third] = [fill.clone(), fill.clone(), fill.clone()];
        vec![
            Self::new(name, "docx", move |cx| Ok(docx::render(&first(cx)?).map_err(|error| error.said())?)),
            Self::new(name, "pdf", move |cx| Ok(pdf::render(&second(cx)?).map_err(|error| error.said())?)),
            Self::new(name, "txt", move |cx| Ok(txt::render(&third(cx)?, TEXT_WIDTH).into_bytes())),
            Self::preview(name, fill),
        ]
    }

    /// Every paper about something, in every form it has.
    #[must_use]
    pub fn papers(subject: &Subject) -> Vec<Self> {
        papers::about(subject).flat_map(|paper| Self::of_paper(paper, subject)).collect()
    }

    /// A table as it is on screen, in every form: `grid` gives it when it is written.
    #[must_use]
    pub fn tables(name: Text, sheet: Text, grid: impl Fn(&Cx) -> Result<Grid> + Clone + 'static) -> Vec<Self> {
        let [first, second, third] = [grid.clone(), grid.clone(), grid.clone()];
        vec![
            Self::new(name, "xlsx", move |cx| Ok(xlsx::table(&first(cx)?, cx.say(sheet)).map_err(|e| e.said())?)),
            Self::new(name, "pdf", move |cx| Ok(pdf::render(&second(cx)?.paper(cx.say(sheet))).map_err(|e| e.said())?)),
            Self::new(name, "csv", move |cx| Ok(csv::render(&third(cx)?).map_err(|e| e.said())?)),
            Self::new(name, "json", move |cx| Ok(json::render(&grid(cx)?))),
        ]
    }

    /// The form's name, as "Word".
    #[must_use]
    pub fn form(&self) -> Text {
        match &self.made {
            Made::Shown(_) => t::FORM_SHOWN,
            Made::Folder(_) => t::FORM_FOLDER,
            Made::File(ending, _) | Made::Act(ending, _) => match *ending {
                "docx" => t::FORM_DOCX,
                "pdf" => t::FORM_PDF,
                "xlsx" => t::FORM_XLSX,
                "csv" => t::FORM_CSV,
                "json" => t::FORM_JSON,
                "ics" => t::FORM_ICS,
                _ => t::FORM_TXT,
            },
        }
    }

    /// The file's bytes; none of what is an act, is shown or fills a folder.
    ///
    /// # Errors
    /// If what it is made of cannot be read.
    pub fn bytes(&self, cx: &mut Cx) -> Result<Vec<u8>> {
        match &self.made {
            Made::File(_, make) => make(cx),
            Made::Act(..) | Made::Shown(_) | Made::Folder(_) => Ok(Vec::new()),
        }
    }
}
