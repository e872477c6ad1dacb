//! Turns the command table into dispatch, names and TypeScript.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use crate::fault::Fault;

/// From one table: `App::call`, the list of names, and the TypeScript of the surface.
///
/// Each line names a method of [`crate::App`]; a missing method does not compile.
macro_rules! commands {
    ($( $(#[doc = $doc:literal])+ $name:ident($request:ty) -> $response:ty; )*) => {
        /// The names of all commands, in the order of the table.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl crate::App {
            /// Carries out one command of the table: JSON in, JSON out.
            ///
            /// Errors carry a stable code and a sentence for the user; they never carry diary content.
            pub fn call(&self, name: &str, request: serde_json::Value) -> Result<serde_json::Value, WireError> {
                self.choose_words(name);
                let answer = match name {
                    $( stringify!($name) => crate::table::carry_out(request, |r: $request| -> Result<$response, _> { self.$name(r) }), )*
                    _ => Err(crate::fault::Fault::unsupported("command")),
                };
                answer.map_err(|fault| fault.to_wire())
            }
        }

        /// The TypeScript of the whole surface: what `ui/ipc/bindings.d.ts` holds.
        pub fn bindings() -> String {
            let mut surface = crate::table::Surface::default();
            $( surface.command::<$request, $response>(stringify!($name), &[$($doc),+]); )*
            surface.to_typescript()
        }
    };
}
pub(crate) use commands;

/// Decodes the request, does the work, encodes the answer.
pub(crate) fn carry_out<Q: DeserializeOwned, A: Serialize>(
    request: Value,
    work: impl FnOnce(Q) -> Result<A, Fault>,
) -> Result<Value, Fault> {
    let request = if request.is_null() {
        Value::Object(Default::default())
    } else {
        request
    };
    // A list would do for the fields in their order; every request has names for what it says.
    if !request.is_object() {
        return Err(Fault::bad_input("request"));
    }
    // serde's own message may quote what was sent, which can be diary content; only the kind of fault is passed on.
    let request = serde_json::from_value(request).map_err(|_| Fault::bad_input("request"))?;
    serde_json::to_value(work(request)?).map_err(|_| Fault::internal("answer"))
}

/// Collects the types of the surface while the table is walked.
#[derive(Default)]
pub(crate) struct Surface {
    types: BTreeMap<String, String>,
    commands: String,
}

impl Surface {
    pub(crate) fn command<Q: TS + 'static, A: TS + 'static>(&mut self, name: &str, doc: &[&str]) {
        let config = Config::new();
        self.collect::<Q>();
        self.collect::<A>();
        for line in doc {
            self.commands.push_str(&format!("  /**{line} */\n"));
        }
        self.commands.push_str(&format!(
            "  {name}: {{ request: {}; response: {} }};\n",
            Q::name(&config),
            A::name(&config)
        ));
    }

    fn collect<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::new();
        // Only types of our own have a file of their own; `string`, `number[]` and their like have none.
        if T::output_path().is_some() {
            let name = T::ident(&config);
            if self.types.contains_key(&name) {
                return;
            }
            let doc = T::docs().unwrap_or_default();
            self.types
                .insert(name, format!("{doc}export {}\n", T::decl(&config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    pub(crate) fn to_typescript(&self) -> String {
        let mut out = String::from(
            "// The surface of the diary, generated from the command table; `cargo xtask bindings` writes it anew.\n\n",
        );
        for declaration in self.types.values() {
            out.push_str(declaration);
            out.push('\n');
        }
        out.push_str(
            "/** Every command: what it takes and what it gives. */\nexport interface Commands {\n",
        );
        out.push_str(&self.commands);
        out.push_str("}\n");
        out
    }
}

impl TypeVisitor for Surface {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.collect::<T>();
    }
}
