//! Generated from schema/capnp/node.capnp by `cargo run --release -p sandbar-schema-generate`; do not edit.

#[rustfmt::skip]
pub mod cluster {
    #![allow(unused_variables)]
    pub type JoinParams = ::capnp::capability::Params<
        crate::node_capnp::cluster::join_params::Owned,
    >;
    pub type JoinResults = ::capnp::capability::Results<
        crate::node_capnp::cluster::join_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn join_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::cluster::join_params::Owned,
            crate::node_capnp::cluster::join_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn join(
            self: ::capnp::capability::Rc<Self>,
            _: JoinParams,
            _: JoinResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method cluster::Server::join not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::join(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0xc02b_1a1a_25fd_15ca;
    }
    pub mod join_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_host(
                self,
            ) -> ::capnp::Result<crate::node_capnp::host_offer::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_host(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_member(
                self,
            ) -> ::capnp::Result<crate::node_capnp::member::Client> {
                match self.reader.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_member(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_host(
                self,
            ) -> ::capnp::Result<crate::node_capnp::host_offer::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_host(
                &mut self,
                value: crate::node_capnp::host_offer::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_host(self) -> crate::node_capnp::host_offer::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_host(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_member(
                self,
            ) -> ::capnp::Result<crate::node_capnp::member::Client> {
                match self.builder.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_member(&mut self, value: crate::node_capnp::member::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(1)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_member(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_host(&self) -> crate::node_capnp::host_offer::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
            pub fn get_member(&self) -> crate::node_capnp::member::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(1).as_cap(),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(100, 217, 109, 62, 60, 192, 227, 195),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 250, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 67, 108, 117, 115, 116),
                ::capnp::word(101, 114, 46, 106, 111, 105, 110, 36),
                ::capnp::word(80, 97, 114, 97, 109, 115, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(104, 111, 115, 116, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(99, 192, 158, 176, 195, 38, 118, 130),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(109, 101, 109, 98, 101, 114, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(101, 220, 241, 73, 153, 233, 44, 168),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::host_offer::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::node_capnp::member::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1];
            pub(crate) const TYPE_ID: u64 = 0xc3e3_c03c_3e6d_d964;
        }
    }
    pub mod join_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_leader(
                self,
            ) -> ::capnp::Result<crate::node_capnp::leader::Client> {
                match self.reader.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_leader(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_leader(
                self,
            ) -> ::capnp::Result<crate::node_capnp::leader::Client> {
                match self.builder.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_leader(&mut self, value: crate::node_capnp::leader::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(0)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_leader(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_leader(&self) -> crate::node_capnp::leader::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(0).as_cap(),
                )
            }
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(67, 6, 89, 15, 213, 108, 109, 214),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 67, 108, 117, 115, 116),
                ::capnp::word(101, 114, 46, 106, 111, 105, 110, 36),
                ::capnp::word(82, 101, 115, 117, 108, 116, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(108, 101, 97, 100, 101, 114, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(54, 68, 10, 255, 184, 102, 181, 156),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::leader::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1];
            pub(crate) const TYPE_ID: u64 = 0xd66d_6cd5_0f59_0643;
        }
    }
}
#[rustfmt::skip]
pub mod host_offer {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_name(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_name(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_address(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_address(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_cpus(self) -> u32 {
            self.reader.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn get_version(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_version(&self) -> bool {
            !self.reader.get_pointer_field(2).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 1,
            pointers: 3,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_name(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_name(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_name(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_name(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_address(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_address(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_address(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_address(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_cpus(self) -> u32 {
            self.builder.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn set_cpus(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(0, value);
        }
        #[inline]
        pub fn get_version(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_version(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_version(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(2).init_text(size)
        }
        #[inline]
        pub fn has_version(&self) -> bool {
            !self.builder.is_pointer_field_null(2)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 78] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(99, 192, 158, 176, 195, 38, 118, 130),
            ::capnp::word(11, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(3, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(142, 4, 0, 0, 47, 5, 0, 0),
            ::capnp::word(21, 0, 0, 0, 170, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 231, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 72, 111, 115, 116, 79),
            ::capnp::word(102, 102, 101, 114, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(16, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(97, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(92, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(104, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(101, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(96, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(108, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(105, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(100, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(112, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(3, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(109, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(104, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(116, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(110, 97, 109, 101, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(97, 100, 100, 114, 101, 115, 115, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 112, 117, 115, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(118, 101, 114, 115, 105, 111, 110, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                2 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                3 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2, 3];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 2, 0, 3];
        pub(crate) const TYPE_ID: u64 = 0x8276_26c3_b09e_c063;
    }
}
#[rustfmt::skip]
pub mod leader {
    #![allow(unused_variables)]
    pub type PingParams = ::capnp::capability::Params<
        crate::node_capnp::leader::ping_params::Owned,
    >;
    pub type PingResults = ::capnp::capability::Results<
        crate::node_capnp::leader::ping_results::Owned,
    >;
    pub type PluginParams = ::capnp::capability::Params<
        crate::node_capnp::leader::plugin_params::Owned,
    >;
    pub type PluginResults = ::capnp::capability::Results<
        crate::node_capnp::leader::plugin_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn ping_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::leader::ping_params::Owned,
            crate::node_capnp::leader::ping_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
        pub fn plugin_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::leader::plugin_params::Owned,
            crate::node_capnp::leader::plugin_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 1, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn ping(
            self: ::capnp::capability::Rc<Self>,
            _: PingParams,
            _: PingResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method leader::Server::ping not implemented".to_string(),
                    ),
                ),
            )
        }
        fn plugin(
            self: ::capnp::capability::Rc<Self>,
            _: PluginParams,
            _: PluginResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method leader::Server::plugin not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::ping(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                1 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::plugin(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0x9cb5_66b8_ff0a_4436;
    }
    pub mod ping_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(39, 227, 42, 135, 136, 253, 160, 172),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 242, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 76, 101, 97, 100, 101),
                ::capnp::word(114, 46, 112, 105, 110, 103, 36, 80),
                ::capnp::word(97, 114, 97, 109, 115, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xaca0_fd88_872a_e327;
        }
    }
    pub mod ping_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(164, 88, 218, 45, 180, 20, 47, 205),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 250, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 76, 101, 97, 100, 101),
                ::capnp::word(114, 46, 112, 105, 110, 103, 36, 82),
                ::capnp::word(101, 115, 117, 108, 116, 115, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xcd2f_14b4_2dda_58a4;
        }
    }
    pub mod plugin_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_tenant(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_digest(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_digest(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_tenant(
                &mut self,
                value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
            ) {
                ::capnp::traits::SetterInput::set_pointer_builder(
                        self.builder.reborrow().get_pointer_field(0),
                        value,
                        false,
                    )
                    .unwrap()
            }
            #[inline]
            pub fn init_tenant(self, size: u32) -> ::capnp::text::Builder<'a> {
                self.builder.get_pointer_field(0).init_text(size)
            }
            #[inline]
            pub fn has_tenant(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_digest(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_digest(
                &mut self,
                value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
            ) {
                ::capnp::traits::SetterInput::set_pointer_builder(
                        self.builder.reborrow().get_pointer_field(1),
                        value,
                        false,
                    )
                    .unwrap()
            }
            #[inline]
            pub fn init_digest(self, size: u32) -> ::capnp::text::Builder<'a> {
                self.builder.get_pointer_field(1).init_text(size)
            }
            #[inline]
            pub fn has_digest(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(232, 40, 146, 252, 63, 233, 7, 147),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 76, 101, 97, 100, 101),
                ::capnp::word(114, 46, 112, 108, 117, 103, 105, 110),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(116, 101, 110, 97, 110, 116, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(100, 105, 103, 101, 115, 116, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0x9307_e93f_fc92_28e8;
        }
    }
    pub mod plugin_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_component(self) -> ::capnp::Result<::capnp::data::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_component(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_component(self) -> ::capnp::Result<::capnp::data::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_component(&mut self, value: ::capnp::data::Reader<'_>) {
                self.builder.reborrow().get_pointer_field(0).set_data(value);
            }
            #[inline]
            pub fn init_component(self, size: u32) -> ::capnp::data::Builder<'a> {
                self.builder.get_pointer_field(0).init_data(size)
            }
            #[inline]
            pub fn has_component(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 50] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(199, 4, 167, 83, 27, 54, 230, 143),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 10, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 76, 101, 97, 100, 101),
                ::capnp::word(114, 46, 112, 108, 117, 103, 105, 110),
                ::capnp::word(36, 82, 101, 115, 117, 108, 116, 115),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 82, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(49, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(44, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(56, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(99, 111, 109, 112, 111, 110, 101, 110),
                ::capnp::word(116, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::data::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1];
            pub(crate) const TYPE_ID: u64 = 0x8fe6_361b_53a7_04c7;
        }
    }
}
#[rustfmt::skip]
pub mod member {
    #![allow(unused_variables)]
    pub type WorkerParams = ::capnp::capability::Params<
        crate::node_capnp::member::worker_params::Owned,
    >;
    pub type WorkerResults = ::capnp::capability::Results<
        crate::node_capnp::member::worker_results::Owned,
    >;
    pub type PingParams = ::capnp::capability::Params<
        crate::node_capnp::member::ping_params::Owned,
    >;
    pub type PingResults = ::capnp::capability::Results<
        crate::node_capnp::member::ping_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn worker_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::member::worker_params::Owned,
            crate::node_capnp::member::worker_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
        pub fn ping_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::member::ping_params::Owned,
            crate::node_capnp::member::ping_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 1, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn worker(
            self: ::capnp::capability::Rc<Self>,
            _: WorkerParams,
            _: WorkerResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method member::Server::worker not implemented".to_string(),
                    ),
                ),
            )
        }
        fn ping(
            self: ::capnp::capability::Rc<Self>,
            _: PingParams,
            _: PingResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method member::Server::ping not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::worker(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                1 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::ping(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0xa82c_e999_49f1_dc65;
    }
    pub mod worker_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_tenant(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_limits(
                self,
            ) -> ::capnp::Result<crate::node_capnp::worker_limits::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_limits(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_tenant(
                &mut self,
                value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
            ) {
                ::capnp::traits::SetterInput::set_pointer_builder(
                        self.builder.reborrow().get_pointer_field(0),
                        value,
                        false,
                    )
                    .unwrap()
            }
            #[inline]
            pub fn init_tenant(self, size: u32) -> ::capnp::text::Builder<'a> {
                self.builder.get_pointer_field(0).init_text(size)
            }
            #[inline]
            pub fn has_tenant(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_limits(
                self,
            ) -> ::capnp::Result<crate::node_capnp::worker_limits::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_limits(
                &mut self,
                value: crate::node_capnp::worker_limits::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_limits(self) -> crate::node_capnp::worker_limits::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_limits(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_limits(&self) -> crate::node_capnp::worker_limits::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(115, 129, 224, 0, 123, 198, 105, 195),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 77, 101, 109, 98, 101),
                ::capnp::word(114, 46, 119, 111, 114, 107, 101, 114),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(116, 101, 110, 97, 110, 116, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(108, 105, 109, 105, 116, 115, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(125, 115, 93, 52, 39, 99, 198, 176),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::node_capnp::worker_limits::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0xc369_c67b_00e0_8173;
        }
    }
    pub mod worker_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_worker(
                self,
            ) -> ::capnp::Result<crate::node_capnp::worker::Client> {
                match self.reader.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_worker(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_address(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_address(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(2),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(2).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 3,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_worker(
                self,
            ) -> ::capnp::Result<crate::node_capnp::worker::Client> {
                match self.builder.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_worker(&mut self, value: crate::node_capnp::worker::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(0)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_worker(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_address(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_address(
                &mut self,
                value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
            ) {
                ::capnp::traits::SetterInput::set_pointer_builder(
                        self.builder.reborrow().get_pointer_field(1),
                        value,
                        false,
                    )
                    .unwrap()
            }
            #[inline]
            pub fn init_address(self, size: u32) -> ::capnp::text::Builder<'a> {
                self.builder.get_pointer_field(1).init_text(size)
            }
            #[inline]
            pub fn has_address(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(2),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(2),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(2)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_worker(&self) -> crate::node_capnp::worker::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(0).as_cap(),
                )
            }
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(2),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 64] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(105, 233, 239, 232, 150, 3, 170, 222),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(3, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 10, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 175, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 77, 101, 109, 98, 101),
                ::capnp::word(114, 46, 119, 111, 114, 107, 101, 114),
                ::capnp::word(36, 82, 101, 115, 117, 108, 116, 115),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(69, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(76, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(73, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(77, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(84, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(119, 111, 114, 107, 101, 114, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 233, 248, 3, 73, 230, 140, 252),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(97, 100, 100, 114, 101, 115, 115, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::worker::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    2 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 2, 0];
            pub(crate) const TYPE_ID: u64 = 0xdeaa_0396_e8ef_e969;
        }
    }
    pub mod ping_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(38, 239, 64, 35, 158, 60, 138, 172),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 242, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 77, 101, 109, 98, 101),
                ::capnp::word(114, 46, 112, 105, 110, 103, 36, 80),
                ::capnp::word(97, 114, 97, 109, 115, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xac8a_3c9e_2340_ef26;
        }
    }
    pub mod ping_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_usage(
                self,
            ) -> ::capnp::Result<crate::node_capnp::usage::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_usage(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_usage(
                self,
            ) -> ::capnp::Result<crate::node_capnp::usage::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_usage(
                &mut self,
                value: crate::node_capnp::usage::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_usage(self) -> crate::node_capnp::usage::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_usage(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_usage(&self) -> crate::node_capnp::usage::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 33] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(155, 154, 213, 128, 125, 155, 89, 233),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 250, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 77, 101, 109, 98, 101),
                ::capnp::word(114, 46, 112, 105, 110, 103, 36, 82),
                ::capnp::word(101, 115, 117, 108, 116, 115, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 50, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(20, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(117, 115, 97, 103, 101, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(28, 229, 137, 206, 99, 32, 89, 206),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::usage::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xe959_9b7d_80d5_9a9b;
        }
    }
}
#[rustfmt::skip]
pub mod worker_limits {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl Reader<'_> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_memory_bytes(self) -> u64 {
            self.reader.get_data_field::<u64>(0)
        }
        #[inline]
        pub fn get_threads(self) -> u32 {
            self.reader.get_data_field::<u32>(2)
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 2,
            pointers: 0,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_memory_bytes(self) -> u64 {
            self.builder.get_data_field::<u64>(0)
        }
        #[inline]
        pub fn set_memory_bytes(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(0, value);
        }
        #[inline]
        pub fn get_threads(self) -> u32 {
            self.builder.get_data_field::<u32>(2)
        }
        #[inline]
        pub fn set_threads(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(2, value);
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 49] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(125, 115, 93, 52, 39, 99, 198, 176),
            ::capnp::word(11, 0, 0, 0, 1, 0, 2, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(51, 8, 0, 0, 162, 8, 0, 0),
            ::capnp::word(21, 0, 0, 0, 194, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 87, 111, 114, 107, 101),
            ::capnp::word(114, 76, 105, 109, 105, 116, 115, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(41, 0, 0, 0, 98, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(49, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(44, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(56, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(109, 101, 109, 111, 114, 121, 66, 121),
            ::capnp::word(116, 101, 115, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 104, 114, 101, 97, 100, 115, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                1 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1];
        pub(crate) const TYPE_ID: u64 = 0xb0c6_6327_345d_737d;
    }
}
#[rustfmt::skip]
pub mod usage {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl Reader<'_> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_workers(self) -> u32 {
            self.reader.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn get_tasks(self) -> u32 {
            self.reader.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn get_cpu_ns(self) -> u64 {
            self.reader.get_data_field::<u64>(1)
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 2,
            pointers: 0,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_workers(self) -> u32 {
            self.builder.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn set_workers(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(0, value);
        }
        #[inline]
        pub fn get_tasks(self) -> u32 {
            self.builder.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn set_tasks(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(1, value);
        }
        #[inline]
        pub fn get_cpu_ns(self) -> u64 {
            self.builder.get_data_field::<u64>(1)
        }
        #[inline]
        pub fn set_cpu_ns(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(1, value);
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 63] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(28, 229, 137, 206, 99, 32, 89, 206),
            ::capnp::word(11, 0, 0, 0, 1, 0, 2, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(164, 8, 0, 0, 242, 8, 0, 0),
            ::capnp::word(21, 0, 0, 0, 138, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 175, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 85, 115, 97, 103, 101),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(69, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(64, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(76, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(73, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(77, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(84, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(119, 111, 114, 107, 101, 114, 115, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 97, 115, 107, 115, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 112, 117, 78, 115, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                1 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                2 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[2, 1, 0];
        pub(crate) const TYPE_ID: u64 = 0xce59_2063_ce89_e51c;
    }
}
#[rustfmt::skip]
pub mod worker {
    #![allow(unused_variables)]
    pub type StartParams = ::capnp::capability::Params<
        crate::node_capnp::worker::start_params::Owned,
    >;
    pub type StartResults = ::capnp::capability::Results<
        crate::node_capnp::worker::start_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn start_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::worker::start_params::Owned,
            crate::node_capnp::worker::start_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn start(
            self: ::capnp::capability::Rc<Self>,
            _: StartParams,
            _: StartResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method worker::Server::start not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::start(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0xfc8c_e649_03f8_e96e;
    }
    pub mod start_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_part(
                self,
            ) -> ::capnp::Result<crate::node_capnp::part::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_part(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_events(
                self,
            ) -> ::capnp::Result<crate::node_capnp::events::Client> {
                match self.reader.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_events(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_part(
                self,
            ) -> ::capnp::Result<crate::node_capnp::part::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_part(
                &mut self,
                value: crate::node_capnp::part::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_part(self) -> crate::node_capnp::part::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_part(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_events(
                self,
            ) -> ::capnp::Result<crate::node_capnp::events::Client> {
                match self.builder.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_events(&mut self, value: crate::node_capnp::events::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(1)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_events(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_part(&self) -> crate::node_capnp::part::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
            pub fn get_events(&self) -> crate::node_capnp::events::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(1).as_cap(),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(14, 211, 150, 192, 252, 76, 99, 197),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 250, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 87, 111, 114, 107, 101),
                ::capnp::word(114, 46, 115, 116, 97, 114, 116, 36),
                ::capnp::word(80, 97, 114, 97, 109, 115, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(112, 97, 114, 116, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(10, 108, 76, 51, 171, 141, 154, 223),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(101, 118, 101, 110, 116, 115, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 196, 36, 205, 184, 225, 136, 179),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::part::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::node_capnp::events::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0xc563_4cfc_c096_d30e;
        }
    }
    pub mod start_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_run(self) -> ::capnp::Result<crate::node_capnp::run::Client> {
                match self.reader.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_run(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_run(self) -> ::capnp::Result<crate::node_capnp::run::Client> {
                match self.builder.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_run(&mut self, value: crate::node_capnp::run::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(0)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_run(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_run(&self) -> crate::node_capnp::run::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(0).as_cap(),
                )
            }
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(9, 97, 252, 15, 180, 239, 232, 209),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 87, 111, 114, 107, 101),
                ::capnp::word(114, 46, 115, 116, 97, 114, 116, 36),
                ::capnp::word(82, 101, 115, 117, 108, 116, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 34, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(114, 117, 110, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(132, 149, 92, 41, 220, 221, 242, 143),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::run::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0xd1e8_efb4_0ffc_6109;
        }
    }
}
#[rustfmt::skip]
pub mod part {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_tenant(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_pipeline(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_pipeline(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_epoch(self) -> u64 {
            self.reader.get_data_field::<u64>(0)
        }
        #[inline]
        pub fn get_text(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_text(&self) -> bool {
            !self.reader.get_pointer_field(2).is_null()
        }
        #[inline]
        pub fn get_overrides(self) -> ::capnp::Result<::capnp::text_list::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(3),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_overrides(&self) -> bool {
            !self.reader.get_pointer_field(3).is_null()
        }
        #[inline]
        pub fn get_plugins(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Reader<'a, crate::node_capnp::plugin_use::Owned>,
        > {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(4),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_plugins(&self) -> bool {
            !self.reader.get_pointer_field(4).is_null()
        }
        #[inline]
        pub fn get_host(self) -> u32 {
            self.reader.get_data_field::<u32>(2)
        }
        #[inline]
        pub fn get_peers(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Reader<'a, crate::node_capnp::peer::Owned>,
        > {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(5),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_peers(&self) -> bool {
            !self.reader.get_pointer_field(5).is_null()
        }
        #[inline]
        pub fn get_placement(
            self,
        ) -> ::capnp::Result<
            ::capnp::list_list::Reader<'a, ::capnp::primitive_list::Owned<u32>>,
        > {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(6),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_placement(&self) -> bool {
            !self.reader.get_pointer_field(6).is_null()
        }
        #[inline]
        pub fn get_secret(self) -> ::capnp::Result<::capnp::data::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(7),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_secret(&self) -> bool {
            !self.reader.get_pointer_field(7).is_null()
        }
        #[inline]
        pub fn get_seed(self) -> u64 {
            self.reader.get_data_field::<u64>(2)
        }
        #[inline]
        pub fn get_positions(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Reader<'a, crate::node_capnp::position::Owned>,
        > {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(8),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_positions(&self) -> bool {
            !self.reader.get_pointer_field(8).is_null()
        }
        #[inline]
        pub fn get_barrier(self) -> u64 {
            self.reader.get_data_field::<u64>(3)
        }
        #[inline]
        pub fn get_plan_digest(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(9),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_plan_digest(&self) -> bool {
            !self.reader.get_pointer_field(9).is_null()
        }
        #[inline]
        pub fn get_network(
            self,
        ) -> ::capnp::Result<crate::control_capnp::network::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(10),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_network(&self) -> bool {
            !self.reader.get_pointer_field(10).is_null()
        }
        #[inline]
        pub fn get_hosts(self) -> ::capnp::Result<::capnp::text_list::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(11),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_hosts(&self) -> bool {
            !self.reader.get_pointer_field(11).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 4,
            pointers: 12,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_tenant(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_tenant(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_tenant(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_pipeline(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_pipeline(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_pipeline(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_pipeline(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_epoch(self) -> u64 {
            self.builder.get_data_field::<u64>(0)
        }
        #[inline]
        pub fn set_epoch(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(0, value);
        }
        #[inline]
        pub fn get_text(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_text(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_text(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(2).init_text(size)
        }
        #[inline]
        pub fn has_text(&self) -> bool {
            !self.builder.is_pointer_field_null(2)
        }
        #[inline]
        pub fn get_overrides(self) -> ::capnp::Result<::capnp::text_list::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(3),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_overrides(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text_list::Owned>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(3),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_overrides(self, size: u32) -> ::capnp::text_list::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(3),
                size,
            )
        }
        #[inline]
        pub fn has_overrides(&self) -> bool {
            !self.builder.is_pointer_field_null(3)
        }
        #[inline]
        pub fn get_plugins(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Builder<'a, crate::node_capnp::plugin_use::Owned>,
        > {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(4),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_plugins(
            &mut self,
            value: ::capnp::struct_list::Reader<'_, crate::node_capnp::plugin_use::Owned>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(4),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_plugins(
            self,
            size: u32,
        ) -> ::capnp::struct_list::Builder<'a, crate::node_capnp::plugin_use::Owned> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(4),
                size,
            )
        }
        #[inline]
        pub fn has_plugins(&self) -> bool {
            !self.builder.is_pointer_field_null(4)
        }
        #[inline]
        pub fn get_host(self) -> u32 {
            self.builder.get_data_field::<u32>(2)
        }
        #[inline]
        pub fn set_host(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(2, value);
        }
        #[inline]
        pub fn get_peers(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Builder<'a, crate::node_capnp::peer::Owned>,
        > {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(5),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_peers(
            &mut self,
            value: ::capnp::struct_list::Reader<'_, crate::node_capnp::peer::Owned>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(5),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_peers(
            self,
            size: u32,
        ) -> ::capnp::struct_list::Builder<'a, crate::node_capnp::peer::Owned> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(5),
                size,
            )
        }
        #[inline]
        pub fn has_peers(&self) -> bool {
            !self.builder.is_pointer_field_null(5)
        }
        #[inline]
        pub fn get_placement(
            self,
        ) -> ::capnp::Result<
            ::capnp::list_list::Builder<'a, ::capnp::primitive_list::Owned<u32>>,
        > {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(6),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_placement(
            &mut self,
            value: ::capnp::list_list::Reader<'_, ::capnp::primitive_list::Owned<u32>>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(6),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_placement(
            self,
            size: u32,
        ) -> ::capnp::list_list::Builder<'a, ::capnp::primitive_list::Owned<u32>> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(6),
                size,
            )
        }
        #[inline]
        pub fn has_placement(&self) -> bool {
            !self.builder.is_pointer_field_null(6)
        }
        #[inline]
        pub fn get_secret(self) -> ::capnp::Result<::capnp::data::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(7),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_secret(&mut self, value: ::capnp::data::Reader<'_>) {
            self.builder.reborrow().get_pointer_field(7).set_data(value);
        }
        #[inline]
        pub fn init_secret(self, size: u32) -> ::capnp::data::Builder<'a> {
            self.builder.get_pointer_field(7).init_data(size)
        }
        #[inline]
        pub fn has_secret(&self) -> bool {
            !self.builder.is_pointer_field_null(7)
        }
        #[inline]
        pub fn get_seed(self) -> u64 {
            self.builder.get_data_field::<u64>(2)
        }
        #[inline]
        pub fn set_seed(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(2, value);
        }
        #[inline]
        pub fn get_positions(
            self,
        ) -> ::capnp::Result<
            ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned>,
        > {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(8),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_positions(
            &mut self,
            value: ::capnp::struct_list::Reader<'_, crate::node_capnp::position::Owned>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(8),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_positions(
            self,
            size: u32,
        ) -> ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(8),
                size,
            )
        }
        #[inline]
        pub fn has_positions(&self) -> bool {
            !self.builder.is_pointer_field_null(8)
        }
        #[inline]
        pub fn get_barrier(self) -> u64 {
            self.builder.get_data_field::<u64>(3)
        }
        #[inline]
        pub fn set_barrier(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(3, value);
        }
        #[inline]
        pub fn get_plan_digest(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(9),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_plan_digest(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(9),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_plan_digest(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(9).init_text(size)
        }
        #[inline]
        pub fn has_plan_digest(&self) -> bool {
            !self.builder.is_pointer_field_null(9)
        }
        #[inline]
        pub fn get_network(
            self,
        ) -> ::capnp::Result<crate::control_capnp::network::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(10),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_network(
            &mut self,
            value: crate::control_capnp::network::Reader<'_>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(10),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_network(self) -> crate::control_capnp::network::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(10),
                0,
            )
        }
        #[inline]
        pub fn has_network(&self) -> bool {
            !self.builder.is_pointer_field_null(10)
        }
        #[inline]
        pub fn get_hosts(self) -> ::capnp::Result<::capnp::text_list::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(11),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_hosts(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text_list::Owned>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(11),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_hosts(self, size: u32) -> ::capnp::text_list::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(11),
                size,
            )
        }
        #[inline]
        pub fn has_hosts(&self) -> bool {
            !self.builder.is_pointer_field_null(11)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {
        pub fn get_network(&self) -> crate::control_capnp::network::Pipeline {
            ::capnp::capability::FromTypelessPipeline::new(
                self._typeless.get_pointer_field(10),
            )
        }
    }
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 290] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(10, 108, 76, 51, 171, 141, 154, 223),
            ::capnp::word(11, 0, 0, 0, 1, 0, 4, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(12, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(81, 10, 0, 0, 146, 14, 0, 0),
            ::capnp::word(21, 0, 0, 0, 130, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(21, 0, 0, 0, 135, 3, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 80, 97, 114, 116, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(64, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(177, 1, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(172, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(184, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(181, 1, 0, 0, 74, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(180, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(192, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(189, 1, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(184, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(196, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(3, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(193, 1, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(188, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(200, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(4, 0, 0, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(197, 1, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(196, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(224, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(5, 0, 0, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(221, 1, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(216, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(244, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(6, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 6, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(241, 1, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(236, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(248, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(7, 0, 0, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(245, 1, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(240, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(12, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 6, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 8, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 2, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(52, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(9, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 9, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(49, 2, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(44, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(56, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(10, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 10, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(53, 2, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(48, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(60, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(11, 0, 0, 0, 8, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 11, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(57, 2, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(56, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(84, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 12, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(81, 2, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(76, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(88, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(13, 0, 0, 0, 9, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 13, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(85, 2, 0, 0, 90, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(84, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(96, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(14, 0, 0, 0, 10, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 14, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(93, 2, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(88, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(100, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(15, 0, 0, 0, 11, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 15, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(97, 2, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(92, 2, 0, 0, 3, 0, 1, 0),
            ::capnp::word(120, 2, 0, 0, 2, 0, 1, 0),
            ::capnp::word(116, 101, 110, 97, 110, 116, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 105, 112, 101, 108, 105, 110, 101),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(101, 112, 111, 99, 104, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 101, 120, 116, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(111, 118, 101, 114, 114, 105, 100, 101),
            ::capnp::word(115, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 108, 117, 103, 105, 110, 115, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(21, 9, 150, 192, 143, 223, 18, 221),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(104, 111, 115, 116, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 101, 101, 114, 115, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(28, 115, 69, 211, 78, 245, 123, 208),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 108, 97, 99, 101, 109, 101, 110),
            ::capnp::word(116, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(115, 101, 99, 114, 101, 116, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(115, 101, 101, 100, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 111, 115, 105, 116, 105, 111, 110),
            ::capnp::word(115, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(55, 239, 127, 46, 35, 32, 247, 226),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(98, 97, 114, 114, 105, 101, 114, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 108, 97, 110, 68, 105, 103, 101),
            ::capnp::word(115, 116, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 101, 116, 119, 111, 114, 107, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(3, 20, 249, 4, 6, 64, 6, 242),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(104, 111, 115, 116, 115, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                2 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                3 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                4 => {
                    <::capnp::text_list::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                5 => {
                    <::capnp::struct_list::Owned<
                        crate::node_capnp::plugin_use::Owned,
                    > as ::capnp::introspect::Introspect>::introspect()
                }
                6 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                7 => {
                    <::capnp::struct_list::Owned<
                        crate::node_capnp::peer::Owned,
                    > as ::capnp::introspect::Introspect>::introspect()
                }
                8 => {
                    <::capnp::list_list::Owned<
                        ::capnp::primitive_list::Owned<u32>,
                    > as ::capnp::introspect::Introspect>::introspect()
                }
                9 => {
                    <::capnp::data::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                10 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                11 => {
                    <::capnp::struct_list::Owned<
                        crate::node_capnp::position::Owned,
                    > as ::capnp::introspect::Introspect>::introspect()
                }
                12 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                13 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                14 => {
                    <crate::control_capnp::network::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                15 => {
                    <::capnp::text_list::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        ];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[
            12, 2, 6, 15, 14, 4, 7, 1, 8, 13, 5, 11, 9, 10, 0, 3,
        ];
        pub(crate) const TYPE_ID: u64 = 0xdf9a_8dab_334c_6c0a;
    }
}
#[rustfmt::skip]
pub mod plugin_use {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_reference(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_reference(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_digest(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_digest(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_manifest(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_manifest(&self) -> bool {
            !self.reader.get_pointer_field(2).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 0,
            pointers: 3,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_reference(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_reference(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_reference(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_reference(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_digest(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_digest(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_digest(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_digest(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_manifest(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_manifest(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_manifest(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(2).init_text(size)
        }
        #[inline]
        pub fn has_manifest(&self) -> bool {
            !self.builder.is_pointer_field_null(2)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 65] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(21, 9, 150, 192, 143, 223, 18, 221),
            ::capnp::word(11, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(3, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(148, 14, 0, 0, 99, 15, 0, 0),
            ::capnp::word(21, 0, 0, 0, 170, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 175, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 80, 108, 117, 103, 105),
            ::capnp::word(110, 85, 115, 101, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(69, 0, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(77, 0, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(84, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(81, 0, 0, 0, 74, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(80, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(92, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(114, 101, 102, 101, 114, 101, 110, 99),
            ::capnp::word(101, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(100, 105, 103, 101, 115, 116, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(109, 97, 110, 105, 102, 101, 115, 116),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                2 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 2, 0];
        pub(crate) const TYPE_ID: u64 = 0xdd12_df8f_c096_0915;
    }
}
#[rustfmt::skip]
pub mod peer {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_host(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_host(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_address(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_address(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 0,
            pointers: 2,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_host(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_host(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_host(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_host(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_address(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_address(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_address(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_address(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 47] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(28, 115, 69, 211, 78, 245, 123, 208),
            ::capnp::word(11, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(101, 15, 0, 0, 187, 15, 0, 0),
            ::capnp::word(21, 0, 0, 0, 130, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(21, 0, 0, 0, 119, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 80, 101, 101, 114, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(45, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(104, 111, 115, 116, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(97, 100, 100, 114, 101, 115, 115, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
        pub(crate) const TYPE_ID: u64 = 0xd07b_f54e_d345_731c;
    }
}
#[rustfmt::skip]
pub mod position {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_node(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_node(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_task(self) -> u32 {
            self.reader.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn get_parallelism(self) -> u32 {
            self.reader.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn get_content(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_content(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_ended(self) -> bool {
            self.reader.get_bool_field(64)
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 2,
            pointers: 2,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_node(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_node(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_node(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_node(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_task(self) -> u32 {
            self.builder.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn set_task(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(0, value);
        }
        #[inline]
        pub fn get_parallelism(self) -> u32 {
            self.builder.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn set_parallelism(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(1, value);
        }
        #[inline]
        pub fn get_content(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_content(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_content(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_content(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_ended(self) -> bool {
            self.builder.get_bool_field(64)
        }
        #[inline]
        pub fn set_ended(&mut self, value: bool) {
            self.builder.set_bool_field(64, value);
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 94] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(55, 239, 127, 46, 35, 32, 247, 226),
            ::capnp::word(11, 0, 0, 0, 1, 0, 2, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(189, 15, 0, 0, 239, 16, 0, 0),
            ::capnp::word(21, 0, 0, 0, 162, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 31, 1, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 80, 111, 115, 105, 116),
            ::capnp::word(105, 111, 110, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(20, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(125, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(120, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(132, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(129, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(124, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(136, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(133, 0, 0, 0, 98, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(132, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(144, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(3, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(141, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(136, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(148, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(4, 0, 0, 0, 64, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(145, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(140, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(152, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(110, 111, 100, 101, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 97, 115, 107, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 97, 114, 97, 108, 108, 101, 108),
            ::capnp::word(105, 115, 109, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 111, 110, 116, 101, 110, 116, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(101, 110, 100, 101, 100, 0, 0, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                2 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                3 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                4 => <bool as ::capnp::introspect::Introspect>::introspect(),
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2, 3, 4];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[3, 4, 0, 2, 1];
        pub(crate) const TYPE_ID: u64 = 0xe2f7_2023_2e7f_ef37;
    }
}
#[rustfmt::skip]
pub mod run {
    #![allow(unused_variables)]
    pub type CheckpointParams = ::capnp::capability::Params<
        crate::node_capnp::run::checkpoint_params::Owned,
    >;
    pub type CheckpointResults = ::capnp::capability::Results<
        crate::node_capnp::run::checkpoint_results::Owned,
    >;
    pub type DrainParams = ::capnp::capability::Params<
        crate::node_capnp::run::drain_params::Owned,
    >;
    pub type DrainResults = ::capnp::capability::Results<
        crate::node_capnp::run::drain_results::Owned,
    >;
    pub type CountsParams = ::capnp::capability::Params<
        crate::node_capnp::run::counts_params::Owned,
    >;
    pub type CountsResults = ::capnp::capability::Results<
        crate::node_capnp::run::counts_results::Owned,
    >;
    pub type AcknowledgedParams = ::capnp::capability::Params<
        crate::node_capnp::run::acknowledged_params::Owned,
    >;
    pub type AcknowledgedResults = ::capnp::capability::Results<
        crate::node_capnp::run::acknowledged_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn checkpoint_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::run::checkpoint_params::Owned,
            crate::node_capnp::run::checkpoint_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
        pub fn drain_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::run::drain_params::Owned,
            crate::node_capnp::run::drain_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 1, ::core::option::Option::None)
        }
        pub fn counts_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::run::counts_params::Owned,
            crate::node_capnp::run::counts_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 2, ::core::option::Option::None)
        }
        pub fn acknowledged_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::run::acknowledged_params::Owned,
            crate::node_capnp::run::acknowledged_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 3, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn checkpoint(
            self: ::capnp::capability::Rc<Self>,
            _: CheckpointParams,
            _: CheckpointResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method run::Server::checkpoint not implemented".to_string(),
                    ),
                ),
            )
        }
        fn drain(
            self: ::capnp::capability::Rc<Self>,
            _: DrainParams,
            _: DrainResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method run::Server::drain not implemented".to_string(),
                    ),
                ),
            )
        }
        fn counts(
            self: ::capnp::capability::Rc<Self>,
            _: CountsParams,
            _: CountsResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method run::Server::counts not implemented".to_string(),
                    ),
                ),
            )
        }
        fn acknowledged(
            self: ::capnp::capability::Rc<Self>,
            _: AcknowledgedParams,
            _: AcknowledgedResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method run::Server::acknowledged not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::checkpoint(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                1 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::drain(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                2 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::counts(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                3 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::acknowledged(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0x8ff2_dddc_295c_9584;
    }
    pub mod checkpoint_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.reader.get_data_field::<u64>(0)
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 1,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.builder.get_data_field::<u64>(0)
            }
            #[inline]
            pub fn set_barrier(&mut self, value: u64) {
                self.builder.set_data_field::<u64>(0, value);
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 34] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(95, 112, 139, 100, 83, 152, 76, 195),
                ::capnp::word(15, 0, 0, 0, 1, 0, 1, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 10, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 99),
                ::capnp::word(104, 101, 99, 107, 112, 111, 105, 110),
                ::capnp::word(116, 36, 80, 97, 114, 97, 109, 115),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(20, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(98, 97, 114, 114, 105, 101, 114, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xc34c_9853_648b_705f;
        }
    }
    pub mod checkpoint_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 18] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(1, 146, 132, 182, 109, 0, 105, 228),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 18, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 99),
                ::capnp::word(104, 101, 99, 107, 112, 111, 105, 110),
                ::capnp::word(116, 36, 82, 101, 115, 117, 108, 116),
                ::capnp::word(115, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xe469_006d_b684_9201;
        }
    }
    pub mod drain_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(22, 184, 224, 56, 200, 190, 118, 220),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 226, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 100),
                ::capnp::word(114, 97, 105, 110, 36, 80, 97, 114),
                ::capnp::word(97, 109, 115, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xdc76_bec8_38e0_b816;
        }
    }
    pub mod drain_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(98, 199, 7, 41, 34, 111, 129, 232),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 234, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 100),
                ::capnp::word(114, 97, 105, 110, 36, 82, 101, 115),
                ::capnp::word(117, 108, 116, 115, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xe881_6f22_2907_c762;
        }
    }
    pub mod counts_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 17] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(33, 125, 149, 14, 59, 244, 150, 145),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 234, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 99),
                ::capnp::word(111, 117, 110, 116, 115, 36, 80, 97),
                ::capnp::word(114, 97, 109, 115, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0x9196_f43b_0e95_7d21;
        }
    }
    pub mod counts_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_nodes(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Reader<'a, crate::node_capnp::node_counts::Owned>,
            > {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_nodes(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_nodes(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Builder<'a, crate::node_capnp::node_counts::Owned>,
            > {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_nodes(
                &mut self,
                value: ::capnp::struct_list::Reader<
                    '_,
                    crate::node_capnp::node_counts::Owned,
                >,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_nodes(
                self,
                size: u32,
            ) -> ::capnp::struct_list::Builder<
                'a,
                crate::node_capnp::node_counts::Owned,
            > {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    size,
                )
            }
            #[inline]
            pub fn has_nodes(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 37] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(153, 6, 144, 243, 196, 200, 12, 131),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 242, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 99),
                ::capnp::word(111, 117, 110, 116, 115, 36, 82, 101),
                ::capnp::word(115, 117, 108, 116, 115, 0, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 50, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(36, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(110, 111, 100, 101, 115, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(79, 128, 142, 150, 123, 197, 40, 143),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::struct_list::Owned<
                            crate::node_capnp::node_counts::Owned,
                        > as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0x830c_c8c4_f390_0699;
        }
    }
    pub mod acknowledged_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.reader.get_data_field::<u64>(0)
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 1,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.builder.get_data_field::<u64>(0)
            }
            #[inline]
            pub fn set_barrier(&mut self, value: u64) {
                self.builder.set_data_field::<u64>(0, value);
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 34] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(16, 205, 186, 164, 95, 231, 139, 201),
                ::capnp::word(15, 0, 0, 0, 1, 0, 1, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 26, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 97),
                ::capnp::word(99, 107, 110, 111, 119, 108, 101, 100),
                ::capnp::word(103, 101, 100, 36, 80, 97, 114, 97),
                ::capnp::word(109, 115, 0, 0, 0, 0, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(20, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(98, 97, 114, 114, 105, 101, 114, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xc98b_e75f_a4ba_cd10;
        }
    }
    pub mod acknowledged_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl Reader<'_> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 0,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 18] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(181, 166, 157, 190, 5, 229, 54, 174),
                ::capnp::word(15, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 34, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 82, 117, 110, 46, 97),
                ::capnp::word(99, 107, 110, 111, 119, 108, 101, 100),
                ::capnp::word(103, 101, 100, 36, 82, 101, 115, 117),
                ::capnp::word(108, 116, 115, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_field_index(index)
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[];
            pub(crate) const TYPE_ID: u64 = 0xae36_e505_be9d_a6b5;
        }
    }
}
#[rustfmt::skip]
pub mod node_counts {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl Reader<'_> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_node(self) -> u32 {
            self.reader.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn get_records_in(self) -> u64 {
            self.reader.get_data_field::<u64>(1)
        }
        #[inline]
        pub fn get_records_out(self) -> u64 {
            self.reader.get_data_field::<u64>(2)
        }
        #[inline]
        pub fn get_rejected(self) -> u64 {
            self.reader.get_data_field::<u64>(3)
        }
        #[inline]
        pub fn get_failures(self) -> u64 {
            self.reader.get_data_field::<u64>(4)
        }
        #[inline]
        pub fn get_cpu_ns(self) -> u64 {
            self.reader.get_data_field::<u64>(5)
        }
        #[inline]
        pub fn get_memory_bytes_peak(self) -> u64 {
            self.reader.get_data_field::<u64>(6)
        }
        #[inline]
        pub fn get_dead_lettered(self) -> u64 {
            self.reader.get_data_field::<u64>(7)
        }
        #[inline]
        pub fn get_skipped(self) -> u64 {
            self.reader.get_data_field::<u64>(8)
        }
        #[inline]
        pub fn get_pauses(self) -> u64 {
            self.reader.get_data_field::<u64>(9)
        }
        #[inline]
        pub fn get_paused(self) -> u32 {
            self.reader.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn get_log_lines_dropped(self) -> u64 {
            self.reader.get_data_field::<u64>(10)
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 11,
            pointers: 0,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_node(self) -> u32 {
            self.builder.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn set_node(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(0, value);
        }
        #[inline]
        pub fn get_records_in(self) -> u64 {
            self.builder.get_data_field::<u64>(1)
        }
        #[inline]
        pub fn set_records_in(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(1, value);
        }
        #[inline]
        pub fn get_records_out(self) -> u64 {
            self.builder.get_data_field::<u64>(2)
        }
        #[inline]
        pub fn set_records_out(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(2, value);
        }
        #[inline]
        pub fn get_rejected(self) -> u64 {
            self.builder.get_data_field::<u64>(3)
        }
        #[inline]
        pub fn set_rejected(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(3, value);
        }
        #[inline]
        pub fn get_failures(self) -> u64 {
            self.builder.get_data_field::<u64>(4)
        }
        #[inline]
        pub fn set_failures(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(4, value);
        }
        #[inline]
        pub fn get_cpu_ns(self) -> u64 {
            self.builder.get_data_field::<u64>(5)
        }
        #[inline]
        pub fn set_cpu_ns(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(5, value);
        }
        #[inline]
        pub fn get_memory_bytes_peak(self) -> u64 {
            self.builder.get_data_field::<u64>(6)
        }
        #[inline]
        pub fn set_memory_bytes_peak(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(6, value);
        }
        #[inline]
        pub fn get_dead_lettered(self) -> u64 {
            self.builder.get_data_field::<u64>(7)
        }
        #[inline]
        pub fn set_dead_lettered(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(7, value);
        }
        #[inline]
        pub fn get_skipped(self) -> u64 {
            self.builder.get_data_field::<u64>(8)
        }
        #[inline]
        pub fn set_skipped(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(8, value);
        }
        #[inline]
        pub fn get_pauses(self) -> u64 {
            self.builder.get_data_field::<u64>(9)
        }
        #[inline]
        pub fn set_pauses(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(9, value);
        }
        #[inline]
        pub fn get_paused(self) -> u32 {
            self.builder.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn set_paused(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(1, value);
        }
        #[inline]
        pub fn get_log_lines_dropped(self) -> u64 {
            self.builder.get_data_field::<u64>(10)
        }
        #[inline]
        pub fn set_log_lines_dropped(&mut self, value: u64) {
            self.builder.set_data_field::<u64>(10, value);
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 205] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(79, 128, 142, 150, 123, 197, 40, 143),
            ::capnp::word(11, 0, 0, 0, 1, 0, 11, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(166, 19, 0, 0, 76, 21, 0, 0),
            ::capnp::word(21, 0, 0, 0, 178, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 167, 2, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 78, 111, 100, 101, 67),
            ::capnp::word(111, 117, 110, 116, 115, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(48, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(65, 1, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(60, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(72, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(69, 1, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(68, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(80, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(77, 1, 0, 0, 90, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(76, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(88, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(3, 0, 0, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(85, 1, 0, 0, 74, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(84, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(96, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(4, 0, 0, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(93, 1, 0, 0, 74, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(92, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(104, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(5, 0, 0, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(101, 1, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(96, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(108, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(6, 0, 0, 0, 6, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 6, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(105, 1, 0, 0, 130, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(104, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(116, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(7, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(113, 1, 0, 0, 106, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(124, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 8, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 8, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(121, 1, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(128, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(9, 0, 0, 0, 9, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 9, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(125, 1, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(120, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(132, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(10, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 10, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(129, 1, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(124, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(136, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(11, 0, 0, 0, 10, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 11, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(133, 1, 0, 0, 130, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(132, 1, 0, 0, 3, 0, 1, 0),
            ::capnp::word(144, 1, 0, 0, 2, 0, 1, 0),
            ::capnp::word(110, 111, 100, 101, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(114, 101, 99, 111, 114, 100, 115, 73),
            ::capnp::word(110, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(114, 101, 99, 111, 114, 100, 115, 79),
            ::capnp::word(117, 116, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(114, 101, 106, 101, 99, 116, 101, 100),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(102, 97, 105, 108, 117, 114, 101, 115),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 112, 117, 78, 115, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(109, 101, 109, 111, 114, 121, 66, 121),
            ::capnp::word(116, 101, 115, 80, 101, 97, 107, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(100, 101, 97, 100, 76, 101, 116, 116),
            ::capnp::word(101, 114, 101, 100, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(115, 107, 105, 112, 112, 101, 100, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 97, 117, 115, 101, 115, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(112, 97, 117, 115, 101, 100, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(108, 111, 103, 76, 105, 110, 101, 115),
            ::capnp::word(68, 114, 111, 112, 112, 101, 100, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                1 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                2 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                3 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                4 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                5 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                6 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                7 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                8 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                9 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                10 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                11 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
        ];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[
            5, 7, 4, 11, 6, 0, 10, 9, 1, 2, 3, 8,
        ];
        pub(crate) const TYPE_ID: u64 = 0x8f28_c57b_968e_804f;
    }
}
#[rustfmt::skip]
pub mod events {
    #![allow(unused_variables)]
    pub type PassedParams = ::capnp::capability::Params<
        crate::node_capnp::events::passed_params::Owned,
    >;
    pub type EndedParams = ::capnp::capability::Params<
        crate::node_capnp::events::ended_params::Owned,
    >;
    pub type HaltedParams = ::capnp::capability::Params<
        crate::node_capnp::events::halted_params::Owned,
    >;
    pub type LogParams = ::capnp::capability::Params<
        crate::node_capnp::events::log_params::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn passed_request(
            &self,
        ) -> ::capnp::capability::StreamingRequest<
            crate::node_capnp::events::passed_params::Owned,
        > {
            self.client
                .new_streaming_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
        pub fn ended_request(
            &self,
        ) -> ::capnp::capability::StreamingRequest<
            crate::node_capnp::events::ended_params::Owned,
        > {
            self.client
                .new_streaming_call(_private::TYPE_ID, 1, ::core::option::Option::None)
        }
        pub fn halted_request(
            &self,
        ) -> ::capnp::capability::StreamingRequest<
            crate::node_capnp::events::halted_params::Owned,
        > {
            self.client
                .new_streaming_call(_private::TYPE_ID, 2, ::core::option::Option::None)
        }
        pub fn log_request(
            &self,
        ) -> ::capnp::capability::StreamingRequest<
            crate::node_capnp::events::log_params::Owned,
        > {
            self.client
                .new_streaming_call(_private::TYPE_ID, 3, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn passed(
            self: ::capnp::capability::Rc<Self>,
            _: PassedParams,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method events::Server::passed not implemented".to_string(),
                    ),
                ),
            )
        }
        fn ended(
            self: ::capnp::capability::Rc<Self>,
            _: EndedParams,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method events::Server::ended not implemented".to_string(),
                    ),
                ),
            )
        }
        fn halted(
            self: ::capnp::capability::Rc<Self>,
            _: HaltedParams,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method events::Server::halted not implemented".to_string(),
                    ),
                ),
            )
        }
        fn log(
            self: ::capnp::capability::Rc<Self>,
            _: LogParams,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method events::Server::log not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::passed(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                            ),
                        ),
                        true,
                    )
                }
                1 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::ended(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                            ),
                        ),
                        true,
                    )
                }
                2 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::halted(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                            ),
                        ),
                        true,
                    )
                }
                3 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::log(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                            ),
                        ),
                        true,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0xb388_e1b8_cd24_c440;
    }
    pub mod passed_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.reader.get_data_field::<u64>(0)
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_positions(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Reader<'a, crate::node_capnp::position::Owned>,
            > {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_positions(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 1,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_barrier(self) -> u64 {
                self.builder.get_data_field::<u64>(0)
            }
            #[inline]
            pub fn set_barrier(&mut self, value: u64) {
                self.builder.set_data_field::<u64>(0, value);
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_task(
                &mut self,
                value: crate::node_capnp::task_id::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_task(self) -> crate::node_capnp::task_id::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_positions(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned>,
            > {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_positions(
                &mut self,
                value: ::capnp::struct_list::Reader<
                    '_,
                    crate::node_capnp::position::Owned,
                >,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_positions(
                self,
                size: u32,
            ) -> ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    size,
                )
            }
            #[inline]
            pub fn has_positions(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_task(&self) -> crate::node_capnp::task_id::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 68] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(124, 105, 42, 176, 84, 82, 83, 144),
                ::capnp::word(18, 0, 0, 0, 1, 0, 1, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 175, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 69, 118, 101, 110, 116),
                ::capnp::word(115, 46, 112, 97, 115, 115, 101, 100),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(69, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(76, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(73, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(2, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(77, 0, 0, 0, 82, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(76, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(104, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(98, 97, 114, 114, 105, 101, 114, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(116, 97, 115, 107, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(86, 87, 69, 148, 207, 204, 185, 220),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 111, 115, 105, 116, 105, 111, 110),
                ::capnp::word(115, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(55, 239, 127, 46, 35, 32, 247, 226),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                    1 => {
                        <crate::node_capnp::task_id::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    2 => {
                        <::capnp::struct_list::Owned<
                            crate::node_capnp::position::Owned,
                        > as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 2, 1];
            pub(crate) const TYPE_ID: u64 = 0x9053_5254_b02a_697c;
        }
    }
    pub mod ended_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_positions(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Reader<'a, crate::node_capnp::position::Owned>,
            > {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_positions(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_task(
                &mut self,
                value: crate::node_capnp::task_id::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_task(self) -> crate::node_capnp::task_id::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_positions(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned>,
            > {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_positions(
                &mut self,
                value: ::capnp::struct_list::Reader<
                    '_,
                    crate::node_capnp::position::Owned,
                >,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_positions(
                self,
                size: u32,
            ) -> ::capnp::struct_list::Builder<'a, crate::node_capnp::position::Owned> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    size,
                )
            }
            #[inline]
            pub fn has_positions(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_task(&self) -> crate::node_capnp::task_id::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 53] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(216, 43, 85, 24, 144, 188, 240, 150),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 250, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 69, 118, 101, 110, 116),
                ::capnp::word(115, 46, 101, 110, 100, 101, 100, 36),
                ::capnp::word(80, 97, 114, 97, 109, 115, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 82, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(44, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(72, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(116, 97, 115, 107, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(86, 87, 69, 148, 207, 204, 185, 220),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 111, 115, 105, 116, 105, 111, 110),
                ::capnp::word(115, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(55, 239, 127, 46, 35, 32, 247, 226),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::task_id::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <::capnp::struct_list::Owned<
                            crate::node_capnp::position::Owned,
                        > as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0x96f0_bc90_1855_2bd8;
        }
    }
    pub mod halted_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_fault(
                self,
            ) -> ::capnp::Result<crate::control_capnp::fault::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_fault(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_task(
                self,
            ) -> ::capnp::Result<crate::node_capnp::task_id::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_task(
                &mut self,
                value: crate::node_capnp::task_id::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_task(self) -> crate::node_capnp::task_id::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_task(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_fault(
                self,
            ) -> ::capnp::Result<crate::control_capnp::fault::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_fault(
                &mut self,
                value: crate::control_capnp::fault::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_fault(self) -> crate::control_capnp::fault::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_fault(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_task(&self) -> crate::node_capnp::task_id::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
            pub fn get_fault(&self) -> crate::control_capnp::fault::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(116, 144, 43, 56, 191, 198, 25, 214),
                ::capnp::word(18, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 69, 118, 101, 110, 116),
                ::capnp::word(115, 46, 104, 97, 108, 116, 101, 100),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 50, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(116, 97, 115, 107, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(86, 87, 69, 148, 207, 204, 185, 220),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(102, 97, 117, 108, 116, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(104, 184, 111, 3, 245, 10, 235, 147),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::task_id::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::control_capnp::fault::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0xd619_c6bf_382b_9074;
        }
    }
    pub mod log_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_lines(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Reader<'a, crate::control_capnp::log_line::Owned>,
            > {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_lines(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_dropped(self) -> u64 {
                self.reader.get_data_field::<u64>(0)
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 1,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_lines(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Builder<'a, crate::control_capnp::log_line::Owned>,
            > {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_lines(
                &mut self,
                value: ::capnp::struct_list::Reader<
                    '_,
                    crate::control_capnp::log_line::Owned,
                >,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_lines(
                self,
                size: u32,
            ) -> ::capnp::struct_list::Builder<
                'a,
                crate::control_capnp::log_line::Owned,
            > {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    size,
                )
            }
            #[inline]
            pub fn has_lines(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_dropped(self) -> u64 {
                self.builder.get_data_field::<u64>(0)
            }
            #[inline]
            pub fn set_dropped(&mut self, value: u64) {
                self.builder.set_data_field::<u64>(0, value);
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {}
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 52] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(255, 186, 61, 187, 10, 148, 187, 156),
                ::capnp::word(18, 0, 0, 0, 1, 0, 1, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 234, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 69, 118, 101, 110, 116),
                ::capnp::word(115, 46, 108, 111, 103, 36, 80, 97),
                ::capnp::word(114, 97, 109, 115, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 50, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(64, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(61, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(56, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(68, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(108, 105, 110, 101, 115, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(38, 233, 211, 51, 23, 21, 48, 230),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(100, 114, 111, 112, 112, 101, 100, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(9, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::struct_list::Owned<
                            crate::control_capnp::log_line::Owned,
                        > as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => <u64 as ::capnp::introspect::Introspect>::introspect(),
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0x9cbb_940a_bb3d_baff;
        }
    }
}
#[rustfmt::skip]
pub mod task_id {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl Reader<'_> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_chain(self) -> u32 {
            self.reader.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn get_task(self) -> u32 {
            self.reader.get_data_field::<u32>(1)
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 1,
            pointers: 0,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_chain(self) -> u32 {
            self.builder.get_data_field::<u32>(0)
        }
        #[inline]
        pub fn set_chain(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(0, value);
        }
        #[inline]
        pub fn get_task(self) -> u32 {
            self.builder.get_data_field::<u32>(1)
        }
        #[inline]
        pub fn set_task(&mut self, value: u32) {
            self.builder.set_data_field::<u32>(1, value);
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(86, 87, 69, 148, 207, 204, 185, 220),
            ::capnp::word(11, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(0, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(121, 23, 0, 0, 177, 23, 0, 0),
            ::capnp::word(21, 0, 0, 0, 146, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 84, 97, 115, 107, 73),
            ::capnp::word(100, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(41, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(45, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(99, 104, 97, 105, 110, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(116, 97, 115, 107, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(8, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                1 => <u32 as ::capnp::introspect::Introspect>::introspect(),
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1];
        pub(crate) const TYPE_ID: u64 = 0xdcb9_cccf_9445_5756;
    }
}
#[rustfmt::skip]
pub mod process {
    #![allow(unused_variables)]
    pub type ConfigureParams = ::capnp::capability::Params<
        crate::node_capnp::process::configure_params::Owned,
    >;
    pub type ConfigureResults = ::capnp::capability::Results<
        crate::node_capnp::process::configure_results::Owned,
    >;
    pub type StartParams = ::capnp::capability::Params<
        crate::node_capnp::process::start_params::Owned,
    >;
    pub type StartResults = ::capnp::capability::Results<
        crate::node_capnp::process::start_results::Owned,
    >;
    pub type RenewParams = ::capnp::capability::Params<
        crate::node_capnp::process::renew_params::Owned,
    >;
    pub type RenewResults = ::capnp::capability::Results<
        crate::node_capnp::process::renew_results::Owned,
    >;
    pub struct Client {
        pub client: ::capnp::capability::Client,
    }
    impl ::capnp::capability::FromClientHook for Client {
        fn new(hook: Box<::capnp::capability::DynClientHook>) -> Self {
            Self {
                client: ::capnp::capability::Client::new(hook),
            }
        }
        fn into_client_hook(self) -> Box<::capnp::capability::DynClientHook> {
            self.client.hook
        }
        fn as_client_hook(&self) -> &::capnp::capability::DynClientHook {
            &*self.client.hook
        }
    }
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Capability.into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Client;
        type Builder<'a> = Client;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Client;
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Client {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(reader.get_capability()?),
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Client {
        fn init_pointer(
            _builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            unimplemented!()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                ::capnp::capability::FromClientHook::new(builder.get_capability()?),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Client {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            from: Self,
            _canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_capability(from.client.hook);
            ::core::result::Result::Ok(())
        }
    }
    impl ::capnp::traits::HasTypeId for Client {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl Clone for Client {
        fn clone(&self) -> Self {
            Self {
                client: self.client.clone(),
            }
        }
    }
    impl Client {
        pub fn configure_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::process::configure_params::Owned,
            crate::node_capnp::process::configure_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 0, ::core::option::Option::None)
        }
        pub fn start_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::process::start_params::Owned,
            crate::node_capnp::process::start_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 1, ::core::option::Option::None)
        }
        pub fn renew_request(
            &self,
        ) -> ::capnp::capability::Request<
            crate::node_capnp::process::renew_params::Owned,
            crate::node_capnp::process::renew_results::Owned,
        > {
            self.client.new_call(_private::TYPE_ID, 2, ::core::option::Option::None)
        }
    }
    pub trait Server: 'static {
        fn configure(
            self: ::capnp::capability::Rc<Self>,
            _: ConfigureParams,
            _: ConfigureResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method process::Server::configure not implemented".to_string(),
                    ),
                ),
            )
        }
        fn start(
            self: ::capnp::capability::Rc<Self>,
            _: StartParams,
            _: StartResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method process::Server::start not implemented".to_string(),
                    ),
                ),
            )
        }
        fn renew(
            self: ::capnp::capability::Rc<Self>,
            _: RenewParams,
            _: RenewResults,
        ) -> impl ::core::future::Future<Output = Result<(), ::capnp::Error>> + 'static {
            ::core::future::ready(
                Err(
                    ::capnp::Error::unimplemented(
                        "method process::Server::renew not implemented".to_string(),
                    ),
                ),
            )
        }
    }
    pub struct ServerDispatch<_T> {
        pub server: ::capnp::capability::Rc<_T>,
    }
    impl<_S: Server + 'static> ::capnp::capability::FromServer<_S> for Client {
        type Dispatch = ServerDispatch<_S>;
        fn from_server(s: ::capnp::capability::Rc<_S>) -> ServerDispatch<_S> {
            ServerDispatch { server: s }
        }
    }
    impl<_T: Server> ::core::ops::Deref for ServerDispatch<_T> {
        type Target = _T;
        fn deref(&self) -> &_T {
            &self.server
        }
    }
    impl<_T: Server> ::core::clone::Clone for ServerDispatch<_T> {
        fn clone(&self) -> Self {
            Self {
                server: self.server.clone(),
            }
        }
    }
    impl<_T: Server> ::capnp::capability::Server for ServerDispatch<_T> {
        fn dispatch_call(
            self,
            interface_id: u64,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match interface_id {
                _private::TYPE_ID => {
                    Self::dispatch_call_internal(self.server, method_id, params, results)
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
        fn as_ptr(&self) -> usize {
            ::capnp::capability::Rc::as_ptr(&self.server) as usize
        }
    }
    impl<_T: Server> ServerDispatch<_T> {
        pub fn dispatch_call_internal(
            this: ::capnp::capability::Rc<_T>,
            method_id: u16,
            params: ::capnp::capability::Params<::capnp::any_pointer::Owned>,
            results: ::capnp::capability::Results<::capnp::any_pointer::Owned>,
        ) -> ::capnp::capability::DispatchCallResult {
            match method_id {
                0 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::configure(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                1 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::start(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                2 => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::from_future(
                            <_T as Server>::renew(
                                this,
                                ::capnp::private::capability::internal_get_typed_params(
                                    params,
                                ),
                                ::capnp::private::capability::internal_get_typed_results(
                                    results,
                                ),
                            ),
                        ),
                        false,
                    )
                }
                _ => {
                    ::capnp::capability::DispatchCallResult::new(
                        ::capnp::capability::Promise::err(
                            ::capnp::Error::unimplemented(
                                "Method not implemented.".to_string(),
                            ),
                        ),
                        false,
                    )
                }
            }
        }
    }
    pub(crate) mod _private {
        pub(crate) const TYPE_ID: u64 = 0x831e_5c21_4762_f271;
    }
    pub mod configure_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_configuration(
                self,
            ) -> ::capnp::Result<crate::node_capnp::configuration::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_configuration(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_configuration(
                self,
            ) -> ::capnp::Result<crate::node_capnp::configuration::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_configuration(
                &mut self,
                value: crate::node_capnp::configuration::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_configuration(
                self,
            ) -> crate::node_capnp::configuration::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_configuration(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_configuration(
                &self,
            ) -> crate::node_capnp::configuration::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 35] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(77, 101, 17, 191, 160, 254, 48, 164),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 34, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 99, 111, 110, 102, 105),
                ::capnp::word(103, 117, 114, 101, 36, 80, 97, 114),
                ::capnp::word(97, 109, 115, 0, 0, 0, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 114, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(24, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(99, 111, 110, 102, 105, 103, 117, 114),
                ::capnp::word(97, 116, 105, 111, 110, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 115, 167, 71, 75, 152, 226, 225),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::configuration::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xa430_fea0_bf11_654d;
        }
    }
    pub mod configure_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_address(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_address(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_protections(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Reader<'a, crate::node_capnp::protection::Owned>,
            > {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_protections(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(2),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(2).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 3,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_address(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_address(
                &mut self,
                value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
            ) {
                ::capnp::traits::SetterInput::set_pointer_builder(
                        self.builder.reborrow().get_pointer_field(0),
                        value,
                        false,
                    )
                    .unwrap()
            }
            #[inline]
            pub fn init_address(self, size: u32) -> ::capnp::text::Builder<'a> {
                self.builder.get_pointer_field(0).init_text(size)
            }
            #[inline]
            pub fn has_address(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_protections(
                self,
            ) -> ::capnp::Result<
                ::capnp::struct_list::Builder<'a, crate::node_capnp::protection::Owned>,
            > {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_protections(
                &mut self,
                value: ::capnp::struct_list::Reader<
                    '_,
                    crate::node_capnp::protection::Owned,
                >,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_protections(
                self,
                size: u32,
            ) -> ::capnp::struct_list::Builder<
                'a,
                crate::node_capnp::protection::Owned,
            > {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    size,
                )
            }
            #[inline]
            pub fn has_protections(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(2),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(2),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(2)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(2),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 69] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(220, 225, 154, 1, 48, 144, 218, 136),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(3, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 42, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 175, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 99, 111, 110, 102, 105),
                ::capnp::word(103, 117, 114, 101, 36, 82, 101, 115),
                ::capnp::word(117, 108, 116, 115, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(69, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(76, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(73, 0, 0, 0, 98, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(100, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(97, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(92, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(104, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(97, 100, 100, 114, 101, 115, 115, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 116, 101, 99, 116, 105),
                ::capnp::word(111, 110, 115, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(246, 253, 127, 53, 236, 16, 136, 144),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <::capnp::struct_list::Owned<
                            crate::node_capnp::protection::Owned,
                        > as ::capnp::introspect::Introspect>::introspect()
                    }
                    2 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 2, 1];
            pub(crate) const TYPE_ID: u64 = 0x88da_9030_019a_e1dc;
        }
    }
    pub mod start_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_part(
                self,
            ) -> ::capnp::Result<crate::node_capnp::part::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_part(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_events(
                self,
            ) -> ::capnp::Result<crate::node_capnp::events::Client> {
                match self.reader.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_events(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_part(
                self,
            ) -> ::capnp::Result<crate::node_capnp::part::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_part(
                &mut self,
                value: crate::node_capnp::part::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_part(self) -> crate::node_capnp::part::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_part(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_events(
                self,
            ) -> ::capnp::Result<crate::node_capnp::events::Client> {
                match self.builder.get_pointer_field(1).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_events(&mut self, value: crate::node_capnp::events::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(1)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_events(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_part(&self) -> crate::node_capnp::part::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
            pub fn get_events(&self) -> crate::node_capnp::events::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(1).as_cap(),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 48] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(221, 131, 167, 194, 122, 195, 98, 211),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 115, 116, 97, 114, 116),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 42, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 58, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(112, 97, 114, 116, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(10, 108, 76, 51, 171, 141, 154, 223),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(101, 118, 101, 110, 116, 115, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(64, 196, 36, 205, 184, 225, 136, 179),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::part::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::node_capnp::events::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0xd362_c37a_c2a7_83dd;
        }
    }
    pub mod start_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_run(self) -> ::capnp::Result<crate::node_capnp::run::Client> {
                match self.reader.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn has_run(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(1).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 2,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_run(self) -> ::capnp::Result<crate::node_capnp::run::Client> {
                match self.builder.get_pointer_field(0).get_capability() {
                    ::core::result::Result::Ok(c) => {
                        ::core::result::Result::Ok(
                            ::capnp::capability::FromClientHook::new(c),
                        )
                    }
                    ::core::result::Result::Err(e) => ::core::result::Result::Err(e),
                }
            }
            #[inline]
            pub fn set_run(&mut self, value: crate::node_capnp::run::Client) {
                self.builder
                    .reborrow()
                    .get_pointer_field(0)
                    .set_capability(value.client.hook);
            }
            #[inline]
            pub fn has_run(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(1),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(1),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(1)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_run(&self) -> crate::node_capnp::run::Client {
                ::capnp::capability::FromClientHook::new(
                    self._typeless.get_pointer_field(0).as_cap(),
                )
            }
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(1),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 49] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(207, 190, 205, 172, 54, 218, 211, 136),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 10, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 119, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 115, 116, 97, 114, 116),
                ::capnp::word(36, 82, 101, 115, 117, 108, 116, 115),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(41, 0, 0, 0, 34, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(36, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(48, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(45, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(40, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(52, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(114, 117, 110, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(132, 149, 92, 41, 220, 221, 242, 143),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(17, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::run::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    1 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[1, 0];
            pub(crate) const TYPE_ID: u64 = 0x88d3_da36_accd_becf;
        }
    }
    pub mod renew_params {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_credentials(
                self,
            ) -> ::capnp::Result<crate::node_capnp::credentials::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_credentials(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_credentials(
                self,
            ) -> ::capnp::Result<crate::node_capnp::credentials::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_credentials(
                &mut self,
                value: crate::node_capnp::credentials::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_credentials(
                self,
            ) -> crate::node_capnp::credentials::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_credentials(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_credentials(&self) -> crate::node_capnp::credentials::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 34] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(234, 34, 41, 124, 142, 239, 162, 168),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 2, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(25, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 114, 101, 110, 101, 119),
                ::capnp::word(36, 80, 97, 114, 97, 109, 115, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 98, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(12, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(24, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(99, 114, 101, 100, 101, 110, 116, 105),
                ::capnp::word(97, 108, 115, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(178, 46, 11, 93, 34, 200, 53, 213),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::node_capnp::credentials::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xa8a2_ef8e_7c29_22ea;
        }
    }
    pub mod renew_results {
        #[derive(Copy, Clone)]
        pub struct Owned(());
        impl ::capnp::introspect::Introspect for Owned {
            fn introspect() -> ::capnp::introspect::Type {
                ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    })
                    .into()
            }
        }
        impl ::capnp::traits::Owned for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::OwnedStruct for Owned {
            type Reader<'a> = Reader<'a>;
            type Builder<'a> = Builder<'a>;
        }
        impl ::capnp::traits::Pipelined for Owned {
            type Pipeline = Pipeline;
        }
        pub struct Reader<'a> {
            reader: ::capnp::private::layout::StructReader<'a>,
        }
        impl ::core::marker::Copy for Reader<'_> {}
        impl ::core::clone::Clone for Reader<'_> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::capnp::traits::HasTypeId for Reader<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
        for Reader<'a> {
            fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
                Self { reader }
            }
        }
        impl<'a> ::core::convert::From<Reader<'a>>
        for ::capnp::dynamic_value::Reader<'a> {
            fn from(reader: Reader<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Reader::new(
                        reader.reader,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl ::core::fmt::Debug for Reader<'_> {
            fn fmt(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::result::Result<(), ::core::fmt::Error> {
                core::fmt::Debug::fmt(
                    &::core::convert::Into::<
                        ::capnp::dynamic_value::Reader<'_>,
                    >::into(*self),
                    f,
                )
            }
        }
        impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
            fn get_from_pointer(
                reader: &::capnp::private::layout::PointerReader<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(reader.get_struct(default)?.into())
            }
        }
        impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
            fn into_internal_struct_reader(
                self,
            ) -> ::capnp::private::layout::StructReader<'a> {
                self.reader
            }
        }
        impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
            fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
                self.reader
                    .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
            }
        }
        impl<'a> Reader<'a> {
            pub fn reborrow(&self) -> Reader<'_> {
                Self { ..*self }
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.reader.total_size()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Reader<'a>> {
                ::capnp::traits::FromPointerReader::get_from_pointer(
                    &self.reader.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.reader.get_pointer_field(0).is_null()
            }
        }
        pub struct Builder<'a> {
            builder: ::capnp::private::layout::StructBuilder<'a>,
        }
        impl ::capnp::traits::HasStructSize for Builder<'_> {
            const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
                data: 0,
                pointers: 1,
            };
        }
        impl ::capnp::traits::HasTypeId for Builder<'_> {
            const TYPE_ID: u64 = _private::TYPE_ID;
        }
        impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
        for Builder<'a> {
            fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
                Self { builder }
            }
        }
        impl<'a> ::core::convert::From<Builder<'a>>
        for ::capnp::dynamic_value::Builder<'a> {
            fn from(builder: Builder<'a>) -> Self {
                Self::Struct(
                    ::capnp::dynamic_struct::Builder::new(
                        builder.builder,
                        ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                            generic: &_private::RAW_SCHEMA,
                            field_types: _private::get_field_types,
                            annotation_types: _private::get_annotation_types,
                            type_id: ::core::any::TypeId::of::<Owned>(),
                        }),
                    ),
                )
            }
        }
        impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
            fn imbue_mut(
                &mut self,
                cap_table: &'a mut ::capnp::private::layout::CapTable,
            ) {
                self.builder
                    .imbue(
                        ::capnp::private::layout::CapTableBuilder::from_ref(cap_table),
                    )
            }
        }
        impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
            fn init_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                _size: u32,
            ) -> Self {
                builder
                    .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                    .into()
            }
            fn get_from_pointer(
                builder: ::capnp::private::layout::PointerBuilder<'a>,
                default: ::core::option::Option<&'a [::capnp::Word]>,
            ) -> ::capnp::Result<Self> {
                ::core::result::Result::Ok(
                    builder
                        .get_struct(
                            <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                            default,
                        )?
                        .into(),
                )
            }
        }
        impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
            fn set_pointer_builder(
                mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
                value: Self,
                canonicalize: bool,
            ) -> ::capnp::Result<()> {
                pointer.set_struct(&value.reader, canonicalize)
            }
        }
        impl<'a> Builder<'a> {
            pub fn into_reader(self) -> Reader<'a> {
                self.builder.into_reader().into()
            }
            pub fn reborrow(&mut self) -> Builder<'_> {
                Builder {
                    builder: self.builder.reborrow(),
                }
            }
            pub fn reborrow_as_reader(&self) -> Reader<'_> {
                self.builder.as_reader().into()
            }
            pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
                self.builder.as_reader().total_size()
            }
            #[inline]
            pub fn get_problem(
                self,
            ) -> ::capnp::Result<crate::control_capnp::problem::Builder<'a>> {
                ::capnp::traits::FromPointerBuilder::get_from_pointer(
                    self.builder.get_pointer_field(0),
                    ::core::option::Option::None,
                )
            }
            #[inline]
            pub fn set_problem(
                &mut self,
                value: crate::control_capnp::problem::Reader<'_>,
            ) -> ::capnp::Result<()> {
                ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
            }
            #[inline]
            pub fn init_problem(self) -> crate::control_capnp::problem::Builder<'a> {
                ::capnp::traits::FromPointerBuilder::init_pointer(
                    self.builder.get_pointer_field(0),
                    0,
                )
            }
            #[inline]
            pub fn has_problem(&self) -> bool {
                !self.builder.is_pointer_field_null(0)
            }
        }
        pub struct Pipeline {
            _typeless: ::capnp::any_pointer::Pipeline,
        }
        impl ::capnp::capability::FromTypelessPipeline for Pipeline {
            fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
                Self { _typeless: typeless }
            }
        }
        impl Pipeline {
            pub fn get_problem(&self) -> crate::control_capnp::problem::Pipeline {
                ::capnp::capability::FromTypelessPipeline::new(
                    self._typeless.get_pointer_field(0),
                )
            }
        }
        mod _private {
            pub(crate) static ENCODED_NODE: [::capnp::Word; 34] = [
                ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
                ::capnp::word(19, 159, 167, 46, 134, 190, 146, 191),
                ::capnp::word(19, 0, 0, 0, 1, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(1, 0, 7, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(21, 0, 0, 0, 10, 1, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(29, 0, 0, 0, 63, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
                ::capnp::word(110, 112, 58, 80, 114, 111, 99, 101),
                ::capnp::word(115, 115, 46, 114, 101, 110, 101, 119),
                ::capnp::word(36, 82, 101, 115, 117, 108, 116, 115),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(4, 0, 0, 0, 3, 0, 4, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(13, 0, 0, 0, 66, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(8, 0, 0, 0, 3, 0, 1, 0),
                ::capnp::word(20, 0, 0, 0, 2, 0, 1, 0),
                ::capnp::word(112, 114, 111, 98, 108, 101, 109, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(138, 163, 2, 84, 35, 164, 215, 138),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
                ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ];
            pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
                match index {
                    0 => {
                        <crate::control_capnp::problem::Owned as ::capnp::introspect::Introspect>::introspect()
                    }
                    _ => ::capnp::introspect::panic_invalid_field_index(index),
                }
            }
            pub(crate) fn get_annotation_types(
                child_index: Option<u16>,
                index: u32,
            ) -> ::capnp::introspect::Type {
                ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
            }
            pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
                &ENCODED_NODE,
            );
            pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
                &ARENA,
                NONUNION_MEMBERS,
                MEMBERS_BY_DISCRIMINANT,
                MEMBERS_BY_NAME,
            );
            pub(crate) static NONUNION_MEMBERS: &[u16] = &[0];
            pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
            pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0];
            pub(crate) const TYPE_ID: u64 = 0xbf92_be86_2ea7_9f13;
        }
    }
}
#[rustfmt::skip]
pub mod configuration {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_tenant(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_host(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_host(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_listen(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_listen(&self) -> bool {
            !self.reader.get_pointer_field(2).is_null()
        }
        #[inline]
        pub fn get_credentials(
            self,
        ) -> ::capnp::Result<crate::node_capnp::credentials::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(3),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_credentials(&self) -> bool {
            !self.reader.get_pointer_field(3).is_null()
        }
        #[inline]
        pub fn get_limits(
            self,
        ) -> ::capnp::Result<crate::node_capnp::worker_limits::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(4),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_limits(&self) -> bool {
            !self.reader.get_pointer_field(4).is_null()
        }
        #[inline]
        pub fn get_files(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(5),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_files(&self) -> bool {
            !self.reader.get_pointer_field(5).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 0,
            pointers: 6,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_tenant(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_tenant(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_tenant(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_tenant(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_host(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_host(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_host(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_host(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_listen(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_listen(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(2),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_listen(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(2).init_text(size)
        }
        #[inline]
        pub fn has_listen(&self) -> bool {
            !self.builder.is_pointer_field_null(2)
        }
        #[inline]
        pub fn get_credentials(
            self,
        ) -> ::capnp::Result<crate::node_capnp::credentials::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(3),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_credentials(
            &mut self,
            value: crate::node_capnp::credentials::Reader<'_>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(3),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_credentials(self) -> crate::node_capnp::credentials::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(3),
                0,
            )
        }
        #[inline]
        pub fn has_credentials(&self) -> bool {
            !self.builder.is_pointer_field_null(3)
        }
        #[inline]
        pub fn get_limits(
            self,
        ) -> ::capnp::Result<crate::node_capnp::worker_limits::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(4),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_limits(
            &mut self,
            value: crate::node_capnp::worker_limits::Reader<'_>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(4),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_limits(self) -> crate::node_capnp::worker_limits::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(4),
                0,
            )
        }
        #[inline]
        pub fn has_limits(&self) -> bool {
            !self.builder.is_pointer_field_null(4)
        }
        #[inline]
        pub fn get_files(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(5),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_files(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(5),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_files(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(5).init_text(size)
        }
        #[inline]
        pub fn has_files(&self) -> bool {
            !self.builder.is_pointer_field_null(5)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {
        pub fn get_credentials(&self) -> crate::node_capnp::credentials::Pipeline {
            ::capnp::capability::FromTypelessPipeline::new(
                self._typeless.get_pointer_field(3),
            )
        }
        pub fn get_limits(&self) -> crate::node_capnp::worker_limits::Pipeline {
            ::capnp::capability::FromTypelessPipeline::new(
                self._typeless.get_pointer_field(4),
            )
        }
    }
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 110] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(64, 115, 167, 71, 75, 152, 226, 225),
            ::capnp::word(11, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(6, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(220, 25, 0, 0, 53, 27, 0, 0),
            ::capnp::word(21, 0, 0, 0, 202, 0, 0, 0),
            ::capnp::word(33, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 87, 1, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 67, 111, 110, 102, 105),
            ::capnp::word(103, 117, 114, 97, 116, 105, 111, 110),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(24, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(153, 0, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(148, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(160, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(157, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(152, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(164, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(161, 0, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(156, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(168, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(3, 0, 0, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 3, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(165, 0, 0, 0, 98, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(164, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(176, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(4, 0, 0, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 4, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(173, 0, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(168, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(180, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(5, 0, 0, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 5, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(177, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(172, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(184, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(116, 101, 110, 97, 110, 116, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(104, 111, 115, 116, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(108, 105, 115, 116, 101, 110, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 114, 101, 100, 101, 110, 116, 105),
            ::capnp::word(97, 108, 115, 0, 0, 0, 0, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(178, 46, 11, 93, 34, 200, 53, 213),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(108, 105, 109, 105, 116, 115, 0, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(125, 115, 93, 52, 39, 99, 198, 176),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(16, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(102, 105, 108, 101, 115, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                2 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                3 => {
                    <crate::node_capnp::credentials::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                4 => {
                    <crate::node_capnp::worker_limits::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                5 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2, 3, 4, 5];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[3, 5, 1, 4, 2, 0];
        pub(crate) const TYPE_ID: u64 = 0xe1e2_984b_47a7_7340;
    }
}
#[rustfmt::skip]
pub mod credentials {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_authority(self) -> ::capnp::Result<::capnp::data::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_authority(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_chain(self) -> ::capnp::Result<::capnp::data_list::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_chain(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
        #[inline]
        pub fn get_key(self) -> ::capnp::Result<::capnp::data::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_key(&self) -> bool {
            !self.reader.get_pointer_field(2).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 0,
            pointers: 3,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_authority(self) -> ::capnp::Result<::capnp::data::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_authority(&mut self, value: ::capnp::data::Reader<'_>) {
            self.builder.reborrow().get_pointer_field(0).set_data(value);
        }
        #[inline]
        pub fn init_authority(self, size: u32) -> ::capnp::data::Builder<'a> {
            self.builder.get_pointer_field(0).init_data(size)
        }
        #[inline]
        pub fn has_authority(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_chain(self) -> ::capnp::Result<::capnp::data_list::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_chain(
            &mut self,
            value: ::capnp::data_list::Reader<'_>,
        ) -> ::capnp::Result<()> {
            ::capnp::traits::SetterInput::set_pointer_builder(
                self.builder.reborrow().get_pointer_field(1),
                value,
                false,
            )
        }
        #[inline]
        pub fn init_chain(self, size: u32) -> ::capnp::data_list::Builder<'a> {
            ::capnp::traits::FromPointerBuilder::init_pointer(
                self.builder.get_pointer_field(1),
                size,
            )
        }
        #[inline]
        pub fn has_chain(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
        #[inline]
        pub fn get_key(self) -> ::capnp::Result<::capnp::data::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(2),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_key(&mut self, value: ::capnp::data::Reader<'_>) {
            self.builder.reborrow().get_pointer_field(2).set_data(value);
        }
        #[inline]
        pub fn init_key(self, size: u32) -> ::capnp::data::Builder<'a> {
            self.builder.get_pointer_field(2).init_data(size)
        }
        #[inline]
        pub fn has_key(&self) -> bool {
            !self.builder.is_pointer_field_null(2)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 68] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(178, 46, 11, 93, 34, 200, 53, 213),
            ::capnp::word(11, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(3, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(55, 27, 0, 0, 246, 27, 0, 0),
            ::capnp::word(21, 0, 0, 0, 186, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 175, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 67, 114, 101, 100, 101),
            ::capnp::word(110, 116, 105, 97, 108, 115, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(69, 0, 0, 0, 82, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(77, 0, 0, 0, 50, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(100, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(97, 0, 0, 0, 34, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(92, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(104, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(97, 117, 116, 104, 111, 114, 105, 116),
            ::capnp::word(121, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(99, 104, 97, 105, 110, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(14, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(107, 101, 121, 0, 0, 0, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(13, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::data::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => {
                    <::capnp::data_list::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                2 => {
                    <::capnp::data::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[0, 1, 2];
        pub(crate) const TYPE_ID: u64 = 0xd535_c822_5d0b_2eb2;
    }
}
#[rustfmt::skip]
pub mod protection {
    #[derive(Copy, Clone)]
    pub struct Owned(());
    impl ::capnp::introspect::Introspect for Owned {
        fn introspect() -> ::capnp::introspect::Type {
            ::capnp::introspect::TypeVariant::Struct(::capnp::introspect::RawBrandedStructSchema {
                    generic: &_private::RAW_SCHEMA,
                    field_types: _private::get_field_types,
                    annotation_types: _private::get_annotation_types,
                    type_id: ::core::any::TypeId::of::<Owned>(),
                })
                .into()
        }
    }
    impl ::capnp::traits::Owned for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::OwnedStruct for Owned {
        type Reader<'a> = Reader<'a>;
        type Builder<'a> = Builder<'a>;
    }
    impl ::capnp::traits::Pipelined for Owned {
        type Pipeline = Pipeline;
    }
    pub struct Reader<'a> {
        reader: ::capnp::private::layout::StructReader<'a>,
    }
    impl ::core::marker::Copy for Reader<'_> {}
    impl ::core::clone::Clone for Reader<'_> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::capnp::traits::HasTypeId for Reader<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructReader<'a>>
    for Reader<'a> {
        fn from(reader: ::capnp::private::layout::StructReader<'a>) -> Self {
            Self { reader }
        }
    }
    impl<'a> ::core::convert::From<Reader<'a>> for ::capnp::dynamic_value::Reader<'a> {
        fn from(reader: Reader<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Reader::new(
                    reader.reader,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl ::core::fmt::Debug for Reader<'_> {
        fn fmt(
            &self,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::result::Result<(), ::core::fmt::Error> {
            core::fmt::Debug::fmt(
                &::core::convert::Into::<
                    ::capnp::dynamic_value::Reader<'_>,
                >::into(*self),
                f,
            )
        }
    }
    impl<'a> ::capnp::traits::FromPointerReader<'a> for Reader<'a> {
        fn get_from_pointer(
            reader: &::capnp::private::layout::PointerReader<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(reader.get_struct(default)?.into())
        }
    }
    impl<'a> ::capnp::traits::IntoInternalStructReader<'a> for Reader<'a> {
        fn into_internal_struct_reader(
            self,
        ) -> ::capnp::private::layout::StructReader<'a> {
            self.reader
        }
    }
    impl<'a> ::capnp::traits::Imbue<'a> for Reader<'a> {
        fn imbue(&mut self, cap_table: &'a ::capnp::private::layout::CapTable) {
            self.reader
                .imbue(::capnp::private::layout::CapTableReader::from_ref(cap_table))
        }
    }
    impl<'a> Reader<'a> {
        pub fn reborrow(&self) -> Reader<'_> {
            Self { ..*self }
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.reader.total_size()
        }
        #[inline]
        pub fn get_name(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_name(&self) -> bool {
            !self.reader.get_pointer_field(0).is_null()
        }
        #[inline]
        pub fn get_in_force(self) -> bool {
            self.reader.get_bool_field(0)
        }
        #[inline]
        pub fn get_detail(self) -> ::capnp::Result<::capnp::text::Reader<'a>> {
            ::capnp::traits::FromPointerReader::get_from_pointer(
                &self.reader.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn has_detail(&self) -> bool {
            !self.reader.get_pointer_field(1).is_null()
        }
    }
    pub struct Builder<'a> {
        builder: ::capnp::private::layout::StructBuilder<'a>,
    }
    impl ::capnp::traits::HasStructSize for Builder<'_> {
        const STRUCT_SIZE: ::capnp::private::layout::StructSize = ::capnp::private::layout::StructSize {
            data: 1,
            pointers: 2,
        };
    }
    impl ::capnp::traits::HasTypeId for Builder<'_> {
        const TYPE_ID: u64 = _private::TYPE_ID;
    }
    impl<'a> ::core::convert::From<::capnp::private::layout::StructBuilder<'a>>
    for Builder<'a> {
        fn from(builder: ::capnp::private::layout::StructBuilder<'a>) -> Self {
            Self { builder }
        }
    }
    impl<'a> ::core::convert::From<Builder<'a>> for ::capnp::dynamic_value::Builder<'a> {
        fn from(builder: Builder<'a>) -> Self {
            Self::Struct(
                ::capnp::dynamic_struct::Builder::new(
                    builder.builder,
                    ::capnp::schema::StructSchema::new(::capnp::introspect::RawBrandedStructSchema {
                        generic: &_private::RAW_SCHEMA,
                        field_types: _private::get_field_types,
                        annotation_types: _private::get_annotation_types,
                        type_id: ::core::any::TypeId::of::<Owned>(),
                    }),
                ),
            )
        }
    }
    impl<'a> ::capnp::traits::ImbueMut<'a> for Builder<'a> {
        fn imbue_mut(&mut self, cap_table: &'a mut ::capnp::private::layout::CapTable) {
            self.builder
                .imbue(::capnp::private::layout::CapTableBuilder::from_ref(cap_table))
        }
    }
    impl<'a> ::capnp::traits::FromPointerBuilder<'a> for Builder<'a> {
        fn init_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            _size: u32,
        ) -> Self {
            builder
                .init_struct(<Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE)
                .into()
        }
        fn get_from_pointer(
            builder: ::capnp::private::layout::PointerBuilder<'a>,
            default: ::core::option::Option<&'a [::capnp::Word]>,
        ) -> ::capnp::Result<Self> {
            ::core::result::Result::Ok(
                builder
                    .get_struct(
                        <Self as ::capnp::traits::HasStructSize>::STRUCT_SIZE,
                        default,
                    )?
                    .into(),
            )
        }
    }
    impl ::capnp::traits::SetterInput<Owned> for Reader<'_> {
        fn set_pointer_builder(
            mut pointer: ::capnp::private::layout::PointerBuilder<'_>,
            value: Self,
            canonicalize: bool,
        ) -> ::capnp::Result<()> {
            pointer.set_struct(&value.reader, canonicalize)
        }
    }
    impl<'a> Builder<'a> {
        pub fn into_reader(self) -> Reader<'a> {
            self.builder.into_reader().into()
        }
        pub fn reborrow(&mut self) -> Builder<'_> {
            Builder {
                builder: self.builder.reborrow(),
            }
        }
        pub fn reborrow_as_reader(&self) -> Reader<'_> {
            self.builder.as_reader().into()
        }
        pub fn total_size(&self) -> ::capnp::Result<::capnp::MessageSize> {
            self.builder.as_reader().total_size()
        }
        #[inline]
        pub fn get_name(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(0),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_name(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(0),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_name(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(0).init_text(size)
        }
        #[inline]
        pub fn has_name(&self) -> bool {
            !self.builder.is_pointer_field_null(0)
        }
        #[inline]
        pub fn get_in_force(self) -> bool {
            self.builder.get_bool_field(0)
        }
        #[inline]
        pub fn set_in_force(&mut self, value: bool) {
            self.builder.set_bool_field(0, value);
        }
        #[inline]
        pub fn get_detail(self) -> ::capnp::Result<::capnp::text::Builder<'a>> {
            ::capnp::traits::FromPointerBuilder::get_from_pointer(
                self.builder.get_pointer_field(1),
                ::core::option::Option::None,
            )
        }
        #[inline]
        pub fn set_detail(
            &mut self,
            value: impl ::capnp::traits::SetterInput<::capnp::text::Owned>,
        ) {
            ::capnp::traits::SetterInput::set_pointer_builder(
                    self.builder.reborrow().get_pointer_field(1),
                    value,
                    false,
                )
                .unwrap()
        }
        #[inline]
        pub fn init_detail(self, size: u32) -> ::capnp::text::Builder<'a> {
            self.builder.get_pointer_field(1).init_text(size)
        }
        #[inline]
        pub fn has_detail(&self) -> bool {
            !self.builder.is_pointer_field_null(1)
        }
    }
    pub struct Pipeline {
        _typeless: ::capnp::any_pointer::Pipeline,
    }
    impl ::capnp::capability::FromTypelessPipeline for Pipeline {
        fn new(typeless: ::capnp::any_pointer::Pipeline) -> Self {
            Self { _typeless: typeless }
        }
    }
    impl Pipeline {}
    mod _private {
        pub(crate) static ENCODED_NODE: [::capnp::Word; 63] = [
            ::capnp::word(0, 0, 0, 0, 6, 0, 6, 0),
            ::capnp::word(246, 253, 127, 53, 236, 16, 136, 144),
            ::capnp::word(11, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(39, 197, 64, 154, 30, 107, 248, 211),
            ::capnp::word(2, 0, 7, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(248, 27, 0, 0, 131, 28, 0, 0),
            ::capnp::word(21, 0, 0, 0, 178, 0, 0, 0),
            ::capnp::word(29, 0, 0, 0, 7, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(25, 0, 0, 0, 175, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(110, 111, 100, 101, 46, 99, 97, 112),
            ::capnp::word(110, 112, 58, 80, 114, 111, 116, 101),
            ::capnp::word(99, 116, 105, 111, 110, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 1, 0, 1, 0),
            ::capnp::word(12, 0, 0, 0, 3, 0, 4, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(69, 0, 0, 0, 42, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(64, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(76, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(73, 0, 0, 0, 66, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(68, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(80, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(2, 0, 0, 0, 1, 0, 0, 0),
            ::capnp::word(0, 0, 1, 0, 2, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(77, 0, 0, 0, 58, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(72, 0, 0, 0, 3, 0, 1, 0),
            ::capnp::word(84, 0, 0, 0, 2, 0, 1, 0),
            ::capnp::word(110, 97, 109, 101, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(105, 110, 70, 111, 114, 99, 101, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(1, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(100, 101, 116, 97, 105, 108, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(12, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
            ::capnp::word(0, 0, 0, 0, 0, 0, 0, 0),
        ];
        pub(crate) fn get_field_types(index: u16) -> ::capnp::introspect::Type {
            match index {
                0 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                1 => <bool as ::capnp::introspect::Introspect>::introspect(),
                2 => {
                    <::capnp::text::Owned as ::capnp::introspect::Introspect>::introspect()
                }
                _ => ::capnp::introspect::panic_invalid_field_index(index),
            }
        }
        pub(crate) fn get_annotation_types(
            child_index: Option<u16>,
            index: u32,
        ) -> ::capnp::introspect::Type {
            ::capnp::introspect::panic_invalid_annotation_indices(child_index, index)
        }
        pub(crate) static ARENA: ::capnp::private::arena::GeneratedCodeArena = ::capnp::private::arena::GeneratedCodeArena::new(
            &ENCODED_NODE,
        );
        pub(crate) static RAW_SCHEMA: ::capnp::introspect::RawStructSchema = ::capnp::introspect::RawStructSchema::new(
            &ARENA,
            NONUNION_MEMBERS,
            MEMBERS_BY_DISCRIMINANT,
            MEMBERS_BY_NAME,
        );
        pub(crate) static NONUNION_MEMBERS: &[u16] = &[0, 1, 2];
        pub(crate) static MEMBERS_BY_DISCRIMINANT: &[u16] = &[];
        pub(crate) static MEMBERS_BY_NAME: &[u16] = &[2, 1, 0];
        pub(crate) const TYPE_ID: u64 = 0x9088_10ec_357f_fdf6;
    }
}
