//! The site from outside, and the process that serves it: one test program, so that it is linked once.

mod browser;
mod company;
mod kill_nine;
mod process;
