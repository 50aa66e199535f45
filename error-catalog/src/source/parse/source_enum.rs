//! An enum of a source file.

use std::ops::Range;

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::punctuated::Pair;
use syn::{ItemEnum, Token, Visibility};

use super::attribute::AttributeItem;
use super::catalog::CatalogAttribute;
use super::code_enum::inherited_repr;
use super::discriminant::{Counter, repr};
use super::mistake::Mistake;
use super::own::OwnTexts;
use super::rows::Rows;
use super::source_text::SourceText;
use super::variant::{EnumContext, Owner, SourceVariant, condition};
use crate::code_type::CodeType;
use crate::table::Table;

/// A catalog in a [`SourceFile`](crate::SourceFile).
#[derive(Clone, Debug)]
pub struct SourceEnum {
    name: String,
    /// The path of its module in the file; empty if it is in none.
    module: String,
    line: usize,
    comments: Vec<String>,
    pub(crate) attribute: CatalogAttribute,
    /// In order, with the variant `other`.
    pub(crate) variants: Vec<SourceVariant>,
    /// The variant of each row.
    pub(crate) listed: Vec<usize>,
    /// The content of the braces.
    pub(crate) body: Range<usize>,
    /// The type in `#[repr(…)]`.
    pub(crate) repr: Option<CodeType>,
    /// Whether each variant has the `#[error(…)]` of thiserror, and not the enum.
    pub(crate) needs_errors: bool,
    table: Table,
}

impl SourceEnum {
    /// The name, without `r#`.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let door = file.enums().first().ok_or("none")?;
    /// assert_eq!(door.name(), "Door");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The path in the file, such as `server::Code`, without `r#`.
    pub(crate) fn path(&self) -> String {
        let Self { module, name, .. } = self;
        if module.is_empty() { name.clone() } else { format!("{module}::{name}") }
    }

    /// The line of its name, counted from 1.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let door = file.enums().first().ok_or("none")?;
    /// assert_eq!(door.line(), 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The lines of the comments above it, with their slashes. One of them may be a
    /// [`Record`](crate::Record).
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let door = file.enums().first().ok_or("none")?;
    /// assert_eq!(door.comments(), ["// Made by hand."]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn comments(&self) -> &[String] {
        &self.comments
    }

    /// The table of its rows, each with its line in the file. A variant for unlisted
    /// codes is not in it.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let door = file.enums().first().ok_or("none")?;
    /// assert_eq!(door.table().rows().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The name in `#[catalog(code_enum = NAME)]`, if its variants have data.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let door = file.enums().first().ok_or("none")?;
    /// assert_eq!(door.code_enum(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn code_enum(&self) -> Option<&str> {
        self.attribute.code_enum.as_ref().map(|code_enum| &*code_enum.name)
    }

    /// The table of its rows, but with the document's texts where comments above variants record
    /// that their texts differ on purpose.
    pub(crate) fn documented(&self) -> Table {
        let mut table = self.table.clone();
        for (row, variant) in table.rows.iter_mut().zip(&self.listed) {
            let own = self.variants.get(*variant).and_then(|variant| variant.own.as_ref());
            for (name, text) in own.iter().flat_map(|own| &own.texts) {
                row.set(&table.columns, name, text);
            }
        }
        table
    }

    pub(crate) fn code_type(&self) -> CodeType {
        self.table.code_type
    }

    /// The variant of a row.
    pub(crate) fn variant(&self, row: usize) -> Option<&SourceVariant> {
        self.variants.get(*self.listed.get(row)?)
    }

    /// `None` after a mistake.
    pub(super) fn parse(
        item: ItemEnum,
        attributes: &[AttributeItem],
        tokens: &[TokenTree],
        (module, before): (&str, &str),
        text: &SourceText,
        mistakes: &mut Vec<Mistake>,
    ) -> Option<Self> {
        let known = mistakes.len();
        let name = item.ident.unraw().to_string();
        let place = item.ident.span().byte_range().start;
        let mut attribute = CatalogAttribute::default();
        for each in attributes {
            if each.meta.path().is_ident("catalog") {
                attribute.add(each, text.read(), mistakes);
            }
        }
        let problem = problem_of_enum(&item, attributes, &attribute, &name);
        mistakes.extend(problem.map(|message| Mistake::new(place, message)));
        let braces = item.brace_token.span;
        let body = braces.open().byte_range().end..braces.close().byte_range().start;
        let repr = attributes.iter().find_map(|item| repr(&item.meta));
        let mut context = EnumContext {
            text,
            owner: Owner { name: &name, has_code_enum: attribute.code_enum.is_some() },
            counter: Counter::new(&name, repr.unwrap_or(CodeType::Isize)),
        };
        let mut variants =
            parse_variants(item.variants.into_pairs(), tokens, &mut context, mistakes);
        find_own_texts(&mut variants, &attribute, body.start, text, mistakes);
        if mistakes.len() > known {
            return None;
        }
        let is_public = matches!(item.vis, Visibility::Public(_));
        let rows = rows(&attribute, &variants, attributes, text);
        let table = Rows { is_public, ..rows }.table(&name, mistakes);
        let has_other = variants.iter().any(|variant| variant.code.is_other);
        attribute.check(table.code_type, has_other, mistakes);
        (mistakes.len() == known).then(|| Self {
            name,
            module: module.to_owned(),
            line: text.line(place),
            comments: comments(before),
            listed: (0..variants.len()).filter(|index| !variants[*index].code.is_other).collect(),
            body,
            table,
            repr,
            needs_errors: variants.iter().any(|variant| variant.has_error)
                && !attributes.iter().any(|item| item.meta.path().is_ident("error")),
            attribute,
            variants,
        })
    }
}

/// The variants with what the enum's other attributes say of their table.
fn rows<'a>(
    attribute: &'a CatalogAttribute,
    variants: &'a [SourceVariant],
    attributes: &[AttributeItem],
    text: &'a SourceText,
) -> Rows<'a> {
    let is_non_exhaustive =
        |item: &AttributeItem| item.meta.path().is_ident("non_exhaustive") && !item.is_conditional;
    let is_non_exhaustive = attributes.iter().any(is_non_exhaustive);
    let inherited = || attributes.iter().find_map(|item| inherited_repr(&item.meta));
    let code_enum = attribute.code_enum.as_ref();
    let repr = code_enum.and_then(|code_enum| code_enum.repr.or_else(inherited));
    let condition = condition(attributes);
    Rows { attribute, variants, text, is_non_exhaustive, is_public: false, condition, repr }
}

/// The mistake of an enum outside its variants.
fn problem_of_enum(
    item: &ItemEnum,
    attributes: &[AttributeItem],
    attribute: &CatalogAttribute,
    name: &str,
) -> Option<String> {
    let has_parameters = !item.generics.params.is_empty();
    if attributes.iter().any(|item| item.meta.path().is_ident("code")) {
        return Some("#[code] goes on a variant; the enum's own attribute is #[catalog]".into());
    }
    match &attribute.code_enum {
        Some(code_enum) if code_enum.name == name => Some(format!(
            "`{name}` is the name of the enum with the data; choose another for the enum of the codes"
        )),
        None if has_parameters => {
            Some("a catalog cannot have generic parameters; remove them".into())
        }
        _ => None,
    }
}

/// `tokens` are those of the enum, whose braces are the last.
fn parse_variants(
    pairs: impl Iterator<Item = Pair<syn::Variant, Token![,]>>,
    tokens: &[TokenTree],
    context: &mut EnumContext<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Vec<SourceVariant> {
    let start = |tree: &TokenTree| tree.span().byte_range().start;
    let body: Vec<TokenTree> = match tokens.last() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().collect(),
        _ => Vec::new(),
    };
    let mut rest = &*body;
    let mut variants = Vec::new();
    for pair in pairs {
        let comma = pair.punct().map(|comma| comma.span.byte_range().start);
        let end = comma.unwrap_or(usize::MAX);
        let (tokens, after) = rest.split_at(rest.partition_point(|tree| start(tree) < end));
        rest = after.get(1..).unwrap_or_default();
        match SourceVariant::parse(pair.into_value(), tokens, comma, context) {
            Ok(alternatives) => variants.extend(alternatives),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    variants
}

/// Reads the comments above the variants, the first of which is after `start`.
fn find_own_texts(
    variants: &mut [SourceVariant],
    attribute: &CatalogAttribute,
    start: usize,
    text: &SourceText,
    mistakes: &mut Vec<Mistake>,
) {
    let mut end = start;
    for variant in variants.iter_mut() {
        // The attributes are searched too, since someone may have put it between them.
        match OwnTexts::find(text.get(end..variant.place), end) {
            Ok(own) => variant.own = own,
            Err(place) => {
                let message = "expected `// Own text instead of: NAME = \"TEXT\"` on a line above \
                               the variant, as `error-catalog accept` writes it";
                mistakes.push(Mistake::new(place, message));
            }
        }
        end = variant.range.end;
    }
    for own in variants.iter().filter_map(|variant| variant.own.as_ref()) {
        let problem = attribute.problem_of_own(own);
        mistakes.extend(problem.map(|message| Mistake::new(own.range.start, message)));
    }
}

/// The comments between two items that are not doc comments.
fn comments(text: &str) -> Vec<String> {
    let is_comment = |line: &&str| {
        line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!")
    };
    text.lines().map(str::trim).filter(is_comment).map(str::to_owned).collect()
}
