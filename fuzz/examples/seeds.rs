//! Puts down what fuzzing starts from: `seeds FOLDER` makes a folder and a dictionary for every target, and prints its
//! name.

use std::{fs, io, path::Path};

use wane_fuzz::{laws::Target, seeds};

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).expect("a folder to write to");
    for target in Target::all() {
        let name = target.name();
        let own = Path::new(&folder).join(name);
        fs::create_dir_all(&own)?;
        for (index, seed) in seeds::seeds(target).iter().enumerate() {
            fs::write(own.join(format!("seed-{index:03}")), seed)?;
        }
        let words: String = seeds::words(target)
            .iter()
            .map(|word| {
                let plain = word.replace('\\', "\\\\").replace('"', "\\\"");
                format!("\"{plain}\"\n")
            })
            .collect();
        fs::write(Path::new(&folder).join(format!("{name}.dict")), words)?;
        println!("{name}");
    }
    Ok(())
}
