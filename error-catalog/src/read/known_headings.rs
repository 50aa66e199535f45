//! The headings that vendors use, by what the column means.
//!
//! In lower case, without blanks, punctuation and Latin accents; the most likely first.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A list of headings.
pub(super) struct KnownHeadings {
    words: &'static [&'static str],
    ranks: OnceLock<HashMap<&'static str, usize>>,
}

impl KnownHeadings {
    const fn new(words: &'static [&'static str]) -> Self {
        Self { words, ranks: OnceLock::new() }
    }

    /// The place of a heading in the list: the lower, the more likely.
    pub(super) fn rank(&self, heading: &str) -> Option<usize> {
        let rank = |(rank, word): (usize, &&'static str)| (*word, rank);
        // A word that occurs twice has its first place.
        let ranks = || self.words.iter().enumerate().rev().map(rank).collect();
        self.ranks.get_or_init(ranks).get(heading).copied()
    }
}

/// Headings of codes.
#[rustfmt::skip]
pub(super) static CODE: KnownHeadings = KnownHeadings::new(&[
    "code", "errorcode", "errcode", "errorcodes", "codes", "errno", "errornumber", "errornum",
    "errorno", "returncode", "resultcode", "responsecode", "statuscode", "sqlstate", "errorid",
    "errid", "exitcode", "faultcode", "reasoncode", "errorcodename", "declinecode", "supportcode",
    "alarmcode", "warningcode", "troublecode", "diagnostictroublecode",
    // Chinese.
    "错误码", "错误代码", "错误编码", "错误编号", "错误码id", "错误号", "返回码", "返回值",
    "状态码", "响应码", "结果码", "业务码", "异常码", "代码", "编码", "编号", "錯誤碼",
    "錯誤代碼", "代碼", "狀態碼",
    // Japanese and Korean.
    "コード", "エラーコード", "エラー番号", "ステータスコード", "リターンコード", "結果コード",
    "応答コード", "코드", "에러코드", "오류코드", "에러번호", "오류번호", "상태코드",
    "응답코드", "결과코드",
    // Russian.
    "код", "кодошибки", "кодыошибок", "номерошибки", "кодответа", "кодвозврата", "кодсостояния",
    // Spanish, Portuguese, Italian, German and French.
    "codigo", "codigodeerror", "codigoerror", "codigodeerro", "codigodoerro", "codigodelerror",
    "numerodeerror", "codice", "codiceerrore", "codicedierrore", "fehlercode", "fehlernummer",
    "fehlernr", "kode", "ruckgabewert", "statuskode", "codederreur", "codeerreur",
    "codeserreur", "numeroderreur", "coderetour", "codederetour",
]);

/// Headings of codes only if most of the cells are integers.
#[rustfmt::skip]
pub(super) static MAYBE_CODE: KnownHeadings = KnownHeadings::new(&[
    "value", "number", "num", "no", "nr", "id", "status", "error", "result", "decimal", "dec",
    "hex", "值", "数值", "错误", "状态", "値", "番号", "エラー", "번호", "값", "오류", "номер",
    "значение", "ошибка", "numero", "valor", "nummer", "wert", "fehler", "valeur", "erreur",
]);

/// Headings of codes only if the cells are words such as `not_found`.
#[rustfmt::skip]
pub(super) static NAMED_CODE: KnownHeadings = KnownHeadings::new(&[
    "error", "errorname", "errortype", "errorkey", "errorstring", "exception", "错误", "エラー",
    "오류", "ошибка", "errore", "erro", "fehler", "erreur",
]);

/// Headings of messages.
#[rustfmt::skip]
pub(super) static MESSAGE: KnownHeadings = KnownHeadings::new(&[
    "message", "errormessage", "errmessage", "errormsg", "errmsg", "msg", "messagetext",
    "sampletext", "faultstring",
    // Chinese.
    "错误信息", "错误消息", "错误提示", "提示信息", "返回信息", "返回消息", "返回内容",
    "响应信息", "异常信息", "消息", "信息", "提示", "提示语", "錯誤訊息", "訊息",
    // Japanese and Korean.
    "メッセージ", "エラーメッセージ", "エラー内容", "메시지", "메세지", "오류메시지",
    "에러메시지", "오류메세지", "에러메세지",
    // Russian.
    "сообщение", "сообщениеобошибке", "текстошибки", "текстсообщения", "текст",
    // Spanish, Portuguese, Italian, German and French.
    "mensaje", "mensajedeerror", "mensajeerror", "mensagem", "mensagemdeerro", "messaggio",
    "messaggiodierrore", "meldung", "fehlermeldung", "fehlertext", "nachricht",
    "messagederreur", "messageerreur", "libelle", "intitule",
    // Texts that serve as messages if there is nothing better.
    "name", "errorname", "conditionname", "symbol", "constant", "error", "名称", "错误名称",
    "title", "reason", "text", "content", "内容", "名前", "エラー名", "エラー", "내용", "이름",
    "오류명", "오류", "название", "имя", "ошибка", "nombre", "texto", "error", "fehler",
    "bezeichnung", "nom", "texte", "erreur", "错误",
]);

/// Headings of descriptions.
#[rustfmt::skip]
pub(super) static DESCRIPTION: KnownHeadings = KnownHeadings::new(&[
    "description", "errordescription", "desc", "details", "detail", "errordetail",
    "detaileddescription", "detailedexplanation",
    // Chinese.
    "描述", "错误描述", "详细描述", "描述信息", "说明", "错误说明", "详细说明",
    "描述和可能原因", "详情", "错误详情", "详细信息", "含义", "错误含义", "释义", "解释",
    "详细解释", "错误解释", "可能原因", "原因", "错误原因", "原因分析", "备注", "描述說明",
    "說明", "錯誤說明",
    // Japanese and Korean.
    "説明", "詳細", "エラー詳細", "詳細説明", "意味", "概要", "原因", "考えられる原因", "備考",
    "설명", "상세설명", "상세", "오류설명", "의미", "원인", "비고",
    // Russian.
    "описание", "описаниеошибки", "расшифровка", "пояснение", "значение", "причина",
    "возможнаяпричина", "комментарий", "примечание",
    // Spanish, Portuguese, Italian, German and French.
    "descripcion", "descripciondelerror", "descricao", "descrizione", "significado",
    "significato", "detalle", "detalles", "detalhe", "explicacion", "causa", "motivo",
    "beschreibung", "fehlerbeschreibung", "bedeutung", "erklarung", "erlauterung", "ursache",
    "bemerkung", "signification", "explication", "commentaire", "remarque",
    // English words that are less often the description.
    "meaning", "explanation", "cause", "possiblereason", "possiblecause", "reason", "remarks",
    "comment", "notes", "instruction",
    // What to do about it.
    "solution", "resolution", "action", "recommendedaction", "suggestion", "howtofix",
    "处理建议", "解决办法", "解决方案", "解决方法", "处理方法", "处理方式", "处理措施", "建议",
    "排查建议", "解決方法", "対処方法", "対処法", "対処", "対策", "해결방법", "해결방안",
    "조치방법", "조치사항", "решение", "чтоделать", "рекомендации", "solucion", "solucao",
    "soluzione", "losung", "abhilfe", "massnahme", "hinweis",
]);

/// Headings of names.
#[rustfmt::skip]
pub(super) static NAME: KnownHeadings = KnownHeadings::new(&[
    "name", "variant", "errorname", "conditionname", "identifier", "symbol", "symbolicname",
    "constant", "constantname", "shortname", "mnemonic", "enum", "名称", "错误名称", "英文名称",
    "简称", "常量", "枚举", "名稱", "名前", "エラー名", "識別子", "定数", "이름", "명칭",
    "오류명", "에러명", "имя", "название", "наименование", "константа", "nombre", "nome",
    "bezeichnung", "bezeichner", "nom", "constante", "konstante",
]);

/// No headings.
pub(super) static NOTHING: KnownHeadings = KnownHeadings::new(&[]);

/// Headings of aliases.
#[rustfmt::skip]
pub(super) static ALIASES: KnownHeadings = KnownHeadings::new(&["aliases", "alias"]);
