//! A contender: a way to look up, measured in the same two loops as all others.

use std::fmt;
use std::hint::black_box;

use crate::queries::QUERIES;
use crate::random::Random;

/// The contender that all others are compared with.
pub const OURS: &str = "ours";

/// How the queries follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The queries are independent, so the processor overlaps them.
    Throughput,
    /// Each query waits for the answer to the one before it.
    Latency,
}

impl Pace {
    /// Both paces.
    pub const ALL: [Self; 2] = [Self::Throughput, Self::Latency];
}

impl fmt::Display for Pace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Throughput => "throughput",
            Self::Latency => "latency",
        })
    }
}

/// A way to look up, with its queries.
pub struct Contender {
    /// What the printed table calls it.
    pub name: &'static str,
    loops: Box<dyn Loops>,
}

impl Contender {
    /// `answer` returns a number that depends on the variant found, or zero if
    /// the lookup finds nothing.
    pub(crate) fn new<Q: 'static>(
        name: &'static str,
        queries: Vec<Q>,
        answer: impl Fn(&Q) -> u32 + 'static,
    ) -> Self {
        Self { name, loops: Box::new(Lookup { queries, answer }) }
    }

    /// Puts the queries in a new order, so that the branch predictor cannot learn
    /// which of them miss. Recent processors learn that even of 16,384 queries.
    pub fn shuffle(&mut self, random: &mut Random) {
        self.loops.shuffle(random);
    }

    /// Answers all queries once, and returns the sum of the answers.
    #[must_use]
    pub fn run(&self, pace: Pace) -> u32 {
        match pace {
            Pace::Throughput => self.loops.throughput(),
            Pace::Latency => self.loops.latency(),
        }
    }
}

trait Loops {
    fn throughput(&self) -> u32;
    fn latency(&self) -> u32;
    fn shuffle(&mut self, random: &mut Random);
}

struct Lookup<Q, A> {
    queries: Vec<Q>,
    answer: A,
}

impl<Q, A: Fn(&Q) -> u32> Loops for Lookup<Q, A> {
    fn throughput(&self) -> u32 {
        self.queries.iter().fold(0, |sum: u32, query| sum.wrapping_add((self.answer)(query)))
    }

    fn latency(&self) -> u32 {
        // The compiler cannot know that this is zero. So the next index waits
        // for the answer, and all contenders still get the same queries.
        let zero: usize = black_box(0);
        let (mut sum, mut step) = (0_u32, 0);
        for index in 0..QUERIES {
            let answer = (self.answer)(&self.queries[(index + step) % QUERIES]);
            step = answer as usize & zero;
            sum = sum.wrapping_add(answer);
        }
        sum
    }

    fn shuffle(&mut self, random: &mut Random) {
        random.shuffle(&mut self.queries);
    }
}

/// A variant that a lookup finds.
pub(crate) trait Variant: Copy + 'static {
    /// A number above zero, different for each variant, and almost free to
    /// compute.
    fn number(self) -> u32;
}

/// The answer for what a lookup has found.
pub(crate) fn number(variant: Option<impl Variant>) -> u32 {
    variant.map_or(0, Variant::number)
}
