use jmessage_codes::WebCode;
use rkyv::rancor::Fallible;
use rkyv::with::{ArchiveWith, DeserializeWith, SerializeWith};
use rkyv::{Archive, Archived, Deserialize, Place, Resolver, Serialize};

/// Archives a code as its number, which does not change when the table grows.
pub struct AsCode;

impl ArchiveWith<WebCode> for AsCode {
    type Archived = Archived<u32>;
    type Resolver = Resolver<u32>;

    fn resolve_with(code: &WebCode, resolver: Self::Resolver, out: Place<Self::Archived>) {
        code.code().resolve(resolver, out);
    }
}

impl<S: Fallible + ?Sized> SerializeWith<WebCode, S> for AsCode {
    fn serialize_with(code: &WebCode, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
        code.code().serialize(serializer)
    }
}

impl<D: Fallible + ?Sized> DeserializeWith<Archived<u32>, WebCode, D> for AsCode {
    fn deserialize_with(code: &Archived<u32>, _: &mut D) -> Result<WebCode, D::Error> {
        Ok(code.to_native().into())
    }
}

#[derive(Archive, Serialize, Deserialize)]
pub struct Failure {
    #[rkyv(with = AsCode)]
    pub code: WebCode,
}
