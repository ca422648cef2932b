//! Every word of any paper is on its pages, and none outside of the margins.
use super::super::super::{Align, Block, Column, Head, Level, Lie, Paper, Row, Span, Table};
use super::super::layout;
use super::said;
use proptest::prelude::*;

/// Words of Vietnamese and other letters, and signs that no font shows.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Nguyễn".to_owned()),
        Just("nghiêng".to_owned()),
        Just("28/2019/TT-BLĐTBXH".to_owned()),
        Just("1.234.567".to_owned()),
        Just("ở".to_owned()),
        Just("ngoằnngoèo".repeat(9)),
        Just("☐漢🙂".to_owned()),
        "[a-zđơưẵỡự]{1,12}",
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let table = (prop::collection::vec(words(), 1..12), 1..5usize).prop_map(|(cells, columns)| {
        let column = |n: usize| Column::new(format!("cột{n}"), 1 + n as u32, Align::Left);
        let rows = cells.chunks(columns).map(|cells| Row::Cells(cells.to_vec())).collect();
        Block::Table(Table { columns: (0..columns).map(column).collect(), rows })
    });
    let block = prop_oneof![
        words().prop_map(Block::text),
        words().prop_map(|words| Block::Heading(Level::Item, words)),
        (words(), words()).prop_map(|(one, two)| Block::Bullet(vec![Span::plain(one + " "), Span::bold(two)])),
        words().prop_map(|words| Block::Centred(vec![Span::italic(words)])),
        Just(Block::PageBreak),
        table,
    ];
    prop::collection::vec(block, 0..12)
}

/// The words of blocks in the order of reading.
fn meant(blocks: &[Block]) -> String {
    let spans = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let one = |block: &Block| match block {
        Block::Heading(_, text) | Block::Poster(text, _) => text.clone(),
        Block::Paragraph(text) | Block::Centred(text) => spans(text),
        Block::Bullet(text) => format!("- {}", spans(text)),
        Block::Table(table) => {
            let heads = table.columns.iter().map(|column| column.head.clone());
            let cells = table.rows.iter().flat_map(|row| match row {
                Row::Cells(cells) | Row::Total(cells) => cells.clone(),
                Row::Group(text) => vec![text.clone()],
            });
            heads.chain(cells).collect::<Vec<_>>().join(" ")
        }
        Block::Picture(_) | Block::PageBreak => String::new(),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_is_lost_and_none_stands_outside_the_margins(body in blocks(), lying in any::<bool>()) {
        let lie = if lying { Lie::Landscape } else { Lie::Portrait };
        let paper = Paper { head: Some(Head::default()), body, lie, ..Paper::default() };
        let pages = layout(&paper);
        for page in &pages {
            let (width, height) = page.size();
            for run in page.runs.iter().chain(&page.again) {
                prop_assert!(run.x >= 85.0 && run.x + run.width <= width - 42.4 + 0.1, "{run:?}");
                prop_assert!(run.y > 28.0 && run.y <= height - 56.6, "{run:?}");
            }
        }
        // Words that a line could not hold are cut, and the cells of a row higher than a page go on beside each other:
        // so letters are compared, without their order.
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            letters.sort_unstable();
            letters
        };
        let state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";
        prop_assert_eq!(letters(&said(&pages).concat()), letters(&(state.to_owned() + &meant(&paper.body))));
    }
}
