//! What function and `impl` operators have in common: the descriptor, the methods of the ports, the native factory, and
//! in WebAssembly the custom section and the exports.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Type};

use crate::arguments::Arguments;
use crate::text;

/// A type that implements `Operator`, and what is to be said of it.
pub(crate) struct Plugin<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) operator: &'a Type,
    /// The identifier its name comes from, if it is given no other.
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) timed: bool,
}

impl Plugin<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let operator = self.operator;
        let declared = self.declared();
        let ports = self.ports();
        let guest = self.guest();
        quote! {
            #declared
            #ports
            #guest

            /// What the plugin says of itself: its name, ports and parameters as JSON.
            pub const DESCRIPTOR: &str = <#operator as ::sandbar_sdk::Declared>::DESCRIPTOR;

            /// The operator for a host outside of WebAssembly.
            #[must_use]
            pub fn native() -> ::std::boxed::Box<dyn ::sandbar_sdk::NativeOperator> {
                ::std::boxed::Box::new(::sandbar_sdk::Instance::<#operator>::new())
            }
        }
    }

    /// The descriptor up to the value of `parameters`.
    fn descriptor_head(&self) -> String {
        let name = match &self.arguments.name {
            Some(name) => name.value(),
            None => text::kebab(&self.name),
        };
        let description = match &self.arguments.description {
            Some(description) => description.value(),
            None => self.description.clone(),
        };
        format!(
            "{{\"name\":{}{},\"inputs\":{},\"outputs\":{},\"parameters\":",
            text::json(&name),
            text::json_description(&description),
            serde_json::Value::from(self.arguments.input_names()),
            serde_json::Value::from(self.arguments.output_names()),
        )
    }

    fn declared(&self) -> TokenStream {
        let Self { operator, timed, .. } = self;
        let head = self.descriptor_head();
        let inputs = self.arguments.input_names().len() as u32;
        let outputs = self.arguments.output_names().len();
        quote! {
            impl ::sandbar_sdk::Declared for #operator {
                const DESCRIPTOR: &'static str = {
                    const PARTS: &[&str] = &[
                        #head,
                        <<#operator as ::sandbar_sdk::Operator>::Parameters as ::sandbar_sdk::Parameters>::DESCRIPTOR,
                        "}",
                    ];
                    const JOINED: [u8; ::sandbar_sdk::descriptor::length(PARTS)] =
                        ::sandbar_sdk::descriptor::join(PARTS);
                    ::sandbar_sdk::descriptor::text(&JOINED)
                };
                const INPUTS: u32 = #inputs;
                const OUTPUTS: usize = #outputs;
                const TIMED: bool = #timed;
            }
        }
    }

    /// One method per output port.
    fn ports(&self) -> TokenStream {
        let default = [format_ident!("out")];
        let ports: &[Ident] = self.arguments.outputs.as_deref().unwrap_or(&default);
        let indices = 0..ports.len() as u32;
        let extension = format_ident!("{}Ports", text::pascal(&self.name));
        quote! {
            /// The output ports of the operator.
            #[allow(dead_code, reason = "the default port is rarely called by its name")]
            pub(crate) trait #extension<'a> {
                #(fn #ports(&mut self) -> ::sandbar_sdk::Port<'_, 'a>;)*
            }

            impl<'a> #extension<'a> for ::sandbar_sdk::Output<'a> {
                #(
                    #[inline]
                    fn #ports(&mut self) -> ::sandbar_sdk::Port<'_, 'a> {
                        self.port(#indices)
                    }
                )*
            }
        }
    }

    /// The exports of the world and the custom section.
    fn guest(&self) -> TokenStream {
        let operator = self.operator;
        let world =
            if self.timed { format_ident!("timed_operator") } else { format_ident!("operator") };
        let on_watermark = self.timed.then(|| {
            quote! {
                fn on_watermark(time: i64) -> ::core::result::Result<(), world::Failure> {
                    INSTANCE.with_borrow_mut(|instance| wasm::on_watermark(instance, time))
                }
            }
        });
        quote! {
            #[cfg(target_arch = "wasm32")]
            #[allow(unsafe_code, reason = "names of exports and sections are promises to the linker")]
            const _: () = {
                use ::sandbar_sdk::bindings::#world as world;
                use ::sandbar_sdk::wasm;

                #[used]
                #[unsafe(link_section = "sandbar:operator")]
                static SECTION: [u8; DESCRIPTOR.len()] = ::sandbar_sdk::descriptor::join(&[DESCRIPTOR]);

                ::std::thread_local! {
                    static INSTANCE: ::core::cell::RefCell<::sandbar_sdk::Instance<#operator>> =
                        const { ::core::cell::RefCell::new(::sandbar_sdk::Instance::new()) };
                }

                struct Exports;

                impl world::Guest for Exports {
                    fn open() -> ::core::result::Result<(), world::Failure> {
                        INSTANCE.with_borrow_mut(wasm::open)
                    }

                    fn process(port: u32, batch: world::Batch) -> ::core::result::Result<(), world::Failure> {
                        INSTANCE.with_borrow_mut(|instance| wasm::process(instance, port, &batch))
                    }

                    #on_watermark

                    fn close() -> ::core::result::Result<(), world::Failure> {
                        INSTANCE.with_borrow_mut(wasm::close)
                    }
                }

                ::sandbar_sdk::bindings::#world::export!(Exports with_types_in ::sandbar_sdk::bindings::#world);
            };
        }
    }
}
