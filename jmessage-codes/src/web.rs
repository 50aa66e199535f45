//! The error codes of the JMessage Web SDK.

mod operation;

use core::cmp::Ordering;

use jmessage_codes_derive::ErrorCatalog;

use crate::unlisted::Unlisted;

pub use operation::Operation;

/// The error codes of the JMessage (Jiguang IM) Web SDK.
///
/// The vendor's SDKs for Windows and for mini-programs use the same codes.
///
/// ```
/// use jmessage_codes::{Operation, WebCode};
///
/// let code = WebCode::from(880203);
/// assert_eq!(code, WebCode::TargetUserNotExist);
/// assert_eq!(code.message(), "target user not exist");
/// assert_eq!(code.to_string(), "Target user does not exist (880203)");
/// assert_eq!("880203".parse(), Ok(WebCode::TargetUserNotExist));
///
/// // For the app's users.
/// assert_eq!(code.description_en(), "The recipient does not exist");
/// assert_eq!(code.description_zh(), "目标用户不存在");
/// assert_eq!(code.operation(), Some(Operation::Send));
///
/// // A number that the table does not list.
/// let code = WebCode::from(881999);
/// assert!(matches!(code, WebCode::Other(unlisted) if unlisted == 881999));
/// assert_eq!(code.code(), 881999);
/// ```
///
/// The table has the codes of the vendor's document, and retired ones from earlier versions of it,
/// which apps may still receive. The variants are in the order of the codes, as in the
/// document.
///
/// The message and the description are the vendor's, byte for byte. (For retired codes, only the
/// messages are known; their descriptions were written for this crate.) If the vendor misspells a
/// word, the name of the variant has the correct spelling. The vendor's Chinese document is the
/// original, and its English translation differs in places. `description_en` and `description_zh`
/// tell the app's user what is meant.
///
/// In the documentation of each variant, the first sentence says what happened, and the second
/// what to do about it. [`Kind`](crate::Kind) says what each kind means.
///
/// # What a code means
///
/// ```
/// use jmessage_codes::{Kind, WebCode};
///
/// let code = WebCode::from_code_or_other(880607);
/// assert_eq!(code.name(), "RepeatedAdded");
/// assert_eq!(code.description(), "Repeatedly added");
/// assert_eq!(code.kind(), Kind::AlreadyExists);
/// assert!(!code.is_success() && !code.is_retryable() && !code.is_retired());
///
/// // The members are in the group, so an app can go on.
/// assert!(code.is_done());
/// assert_eq!(code.advice(), "Treat it as done.");
///
/// // For a log; without an entry the code is unlisted.
/// let line = code.entry().map(|entry| entry.to_string());
/// assert_eq!(line.as_deref(), Some("880607 RepeatedAdded: repeated added"));
///
/// // In constants, and from the vendor's messages.
/// const ADDED: Option<WebCode> = WebCode::from_code(880607);
/// assert_eq!(ADDED, Some(code));
/// assert_eq!(WebCode::from_message("repeated added"), [code]);
/// assert!(code.aliases().is_empty());
/// ```
///
/// # As an error
///
/// [`into_result`](Self::into_result) returns `Ok(())` for a success code, otherwise the code as
/// the error. In an error enum of thiserror, write
/// `#[error(transparent)] JMessage(#[from] WebCode)`.
///
/// ```
/// use jmessage_codes::WebCode;
///
/// fn check(number: u32) -> Result<(), String> {
///     WebCode::from(number).into_result().map_err(|error| error.to_string())
/// }
///
/// assert_eq!(check(0), Ok(()));
/// assert_eq!(check(880106), Err("Signature expired (880106)".to_owned()));
/// ```
///
/// # Other tables of the vendor
///
/// JMessage's server and its SDKs for Android and iOS have tables of their own. The program
/// `error-catalog` turns each page into an enum. (The Android page lists 0 twice; that is the
/// finding to accept.)
///
/// ```sh
/// error-catalog import im_errorcode_server.md --name ServerCode -o src/server_code.rs
/// error-catalog import im_errorcode_android.md --name AndroidCode --success 0 --accept-findings 1 -o src/android_code.rs
/// error-catalog import im_errorcode_ios.md --name IosCode -o src/ios_code.rs
/// ```
///
/// # The table
///
#[doc = include_str!("web.md")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog, thiserror::Error)]
#[error("{} ({})", self.description(), self.code())]
#[cfg_attr(feature = "serde", catalog(serde))]
#[cfg_attr(feature = "schemars", catalog(schemars))]
#[cfg_attr(feature = "utoipa", catalog(utoipa))]
#[catalog(
    column(
        /// The description in Chinese, as an app would say it to its user.
        ///
        /// The Chinese texts are not the vendor's; they were written for this crate.
        description_zh: &str
    ),
    column(
        /// The description in English, as an app would say it to its user.
        ///
        /// The vendor's [`description`](Self::description) is for developers, and for 880606,
        /// 880705 and 881508 it differs from the vendor's Chinese.
        description_en: &str
    ),
    column(
        /// Whether the state that the request asked for is reached, now or already.
        ///
        /// It is true after a success, if nothing was left to do (the user is already in the
        /// group), and if there was nothing to undo (do-not-disturb is not on). An app can treat
        /// such a reply as a success.
        ///
        /// The code alone is not always enough. [`UserNotFriend`](Self::UserNotFriend) is true,
        /// since deleting a friend is then done; but a request to write a note on a friend has
        /// failed. [`UserNotInChatroom`](Self::UserNotInChatroom) is false, since most
        /// requests need the user in the chat room. The reply to a list of users may be about one
        /// of them; if the list has others, repeat the request without that user.
        is_done: bool = false
    ),
    column(
        /// What a developer should do about the code: the second sentence of the variant's
        /// documentation.
        advice: &str
    ),
)]
#[non_exhaustive]
pub enum WebCode {
    /// `0`: The request succeeded. There is nothing to do.
    #[doc(alias("0", "success", "请求成功"))]
    #[code(
        0,
        "success",
        "Successful request",
        success,
        description_zh = "请求成功",
        description_en = "The request succeeded",
        is_done = true,
        advice = "There is nothing to do."
    )]
    Success,

    // The SDK and its parameters.
    /// `880001`: The SDK failed in a way that it has no code for. Log it, and tell the user that
    /// the request failed.
    #[doc(alias("880001", "missing error", "未知错误"))]
    #[code(
        880001,
        "missing error",
        "Unknown error code",
        description_zh = "未知错误",
        description_en = "Something went wrong",
        advice = "Log it, and tell the user that the request failed."
    )]
    MissingError,
    /// `880002`: The SDK refused a parameter of the call. Correct the call.
    ///
    /// If the server refuses one, the code is
    /// [`ServerInvalidParameter`](Self::ServerInvalidParameter).
    #[doc(alias("880002", "invalid parameter", "请求无效"))]
    #[code(
        880002,
        "invalid parameter",
        "The parameter is illegal",
        kind = InvalidArgument,
        description_zh = "请求无效",
        description_en = "The request is not valid",
        advice = "Correct the call."
    )]
    SdkInvalidParameter,
    /// `880003`: The content of a value has the wrong format. Correct the value.
    #[doc(alias("880003", "invalid value", "内容格式无效"))]
    #[code(
        880003,
        "invalid value",
        "Illegal content format",
        kind = InvalidArgument,
        description_zh = "内容格式无效",
        description_en = "The content has the wrong format",
        advice = "Correct the value."
    )]
    InvalidValue,
    /// `880004`: A value has the wrong type. Correct the value.
    #[doc(alias("880004", "invalid type", "内容类型无效"))]
    #[code(
        880004,
        "invalid type",
        "Illegal content format",
        kind = InvalidArgument,
        description_zh = "内容类型无效",
        description_en = "The content has the wrong type",
        advice = "Correct the value."
    )]
    InvalidType,
    /// `880005`: The file to send does not exist. Choose another file.
    #[doc(alias("880005", "file not exist", "文件不存在"))]
    #[code(
        880005,
        "file not exist",
        "File does not exist",
        kind = NotFound,
        description_zh = "文件不存在",
        description_en = "The file does not exist",
        advice = "Choose another file."
    )]
    FileNotExist,
    /// `880006`: A user is logged in. Log out before you register another.
    #[doc(alias("880006", "login out before register", "请先退出登录再注册"))]
    #[code(
        880006,
        "login out before register",
        "Sign out before registering",
        kind = FailedPrecondition,
        description_zh = "请先退出登录再注册",
        description_en = "Log out before you register",
        advice = "Log out before you register another."
    )]
    LogoutBeforeRegister,
    /// `880007`: Registering is barred. Do not try again, since nothing says that waiting helps;
    /// ask the vendor.
    #[doc(alias("880007", "register limit", "您已被限制注册"))]
    #[code(
        880007,
        "register limit",
        "Limited registration",
        kind = PermissionDenied,
        description_zh = "您已被限制注册",
        description_en = "You are not allowed to register",
        advice = "Do not try again, since nothing says that waiting helps; ask the vendor."
    )]
    RegisterLimit,
    /// `880008`: The `msg_id` is not valid. Pass the id of a message that was sent.
    #[doc(alias("880008", "msg_id not valid", "该消息无效"))]
    #[code(
        880008,
        "msg_id not valid",
        "Msg_id is illegal",
        kind = InvalidArgument,
        description_zh = "该消息无效",
        description_en = "The message is not valid",
        advice = "Pass the id of a message that was sent."
    )]
    MsgIdNotValid,

    // Logging in.
    /// `880101`: The `appkey` does not exist. Pass the appkey that the vendor's console shows.
    #[doc(alias("880101", "appkey not exist", "应用配置错误，请联系客服"))]
    #[code(
        880101,
        "appkey not exist",
        "Appkey does not exist",
        kind = InvalidArgument,
        description_zh = "应用配置错误，请联系客服",
        description_en = "The app is not set up correctly; contact support",
        advice = "Pass the appkey that the vendor's console shows."
    )]
    AppkeyNotExist,
    /// `880102`: The signature is wrong. Sign again and log in again.
    #[doc(alias("880102", "signatu fail", "身份验证失败，请重新登录"))]
    #[code(
        880102,
        "signatu fail",
        "Signature error",
        kind = Unauthenticated,
        description_zh = "身份验证失败，请重新登录",
        description_en = "You could not be verified; log in again",
        advice = "Sign again and log in again."
    )]
    SignatureFail,
    /// `880103`: The user does not exist. Register the user and log in again.
    #[doc(alias("880103", "user not exist", "用户不存在"))]
    #[code(
        880103,
        "user not exist",
        "User does not exist",
        kind = NotFound,
        description_zh = "用户不存在",
        description_en = "The user does not exist",
        advice = "Register the user and log in again."
    )]
    UserNotExist,
    /// `880104`: The password is wrong. Ask the user for it again.
    #[doc(alias("880104", "invalid password", "密码错误"))]
    #[code(
        880104,
        "invalid password",
        "Wrong password",
        kind = Unauthenticated,
        description_zh = "密码错误",
        description_en = "The password is wrong",
        advice = "Ask the user for it again."
    )]
    InvalidPassword,
    /// `880106`: The signature has expired. Sign again and log in again.
    ///
    /// If the account is disabled, the code is [`UserDisabled`](Self::UserDisabled).
    #[doc(alias("880106", "signatu is expire", "登录已过期，请重新登录"))]
    #[code(
        880106,
        "signatu is expire",
        "Signature expired",
        kind = Unauthenticated,
        description_zh = "登录已过期，请重新登录",
        description_en = "Your login has expired; log in again",
        advice = "Sign again and log in again."
    )]
    SignatureExpired,
    /// `880107`: A user is already logged in, perhaps another one. Log out first.
    #[doc(alias(
        "880107",
        "already login,please login out before login",
        "您已登录，请先退出登录"
    ))]
    #[code(
        880107,
        "already login,please login out before login",
        "Already logged in",
        kind = FailedPrecondition,
        description_zh = "您已登录，请先退出登录",
        description_en = "You are already logged in; log out first",
        advice = "Log out first."
    )]
    AlreadyLogin,
    /// `880109`: A login is already under way. Wait for its reply, or log in again later.
    ///
    /// The user is not logged in yet, so the login is not done.
    #[doc(alias("880109", "repetitive operation", "正在登录，请稍候"))]
    #[code(
        880109,
        "repetitive operation",
        "Repeated login operation",
        kind = Aborted,
        description_zh = "正在登录，请稍候",
        description_en = "You are being logged in; wait a moment",
        advice = "Wait for its reply, or log in again later."
    )]
    RepetitiveOperation,
    /// `880110`: The SDK is too old for being online on several devices. Update the SDK.
    #[doc(alias(
        "880110",
        "multi channel online error,please update your sdk version",
        "多设备同时在线失败，请更新应用"
    ))]
    #[code(
        880110,
        "multi channel online error,please update your sdk version",
        "Multichannel error, please update sdk version",
        kind = FailedPrecondition,
        description_zh = "多设备同时在线失败，请更新应用",
        description_en = "The app is too old for several devices; update it",
        advice = "Update the SDK."
    )]
    MultiChannelOnlineError,
    /// `880111`: The account of the user is disabled. Tell the user, and do not log in again.
    #[doc(alias("880111", "user disabled", "您的账号已被禁用"))]
    #[code(
        880111,
        "user disabled",
        "User is disabled",
        kind = PermissionDenied,
        description_zh = "您的账号已被禁用",
        description_en = "Your account is disabled",
        advice = "Tell the user, and do not log in again."
    )]
    UserDisabled,

    // Sending.
    /// `880203`: The user to send to does not exist. Check the name.
    #[doc(alias("880203", "target user not exist", "目标用户不存在"))]
    #[code(
        880203,
        "target user not exist",
        "Target user does not exist",
        kind = NotFound,
        description_zh = "目标用户不存在",
        description_en = "The recipient does not exist",
        advice = "Check the name."
    )]
    TargetUserNotExist,
    /// `880204`: The group to send to does not exist. Check its id.
    #[doc(alias("880204", "target group not exist", "目标群组不存在"))]
    #[code(
        880204,
        "target group not exist",
        "Target group does not exist",
        kind = NotFound,
        description_zh = "目标群组不存在",
        description_en = "The group does not exist",
        advice = "Check its id."
    )]
    TargetGroupNotExist,
    /// `880205`: The sender is not in the group. Join the group first.
    #[doc(alias("880205", "user not in group", "您不在该群组中"))]
    #[code(
        880205,
        "user not in group",
        "User not in group",
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        advice = "Join the group first."
    )]
    UserNotInGroup,
    /// `880206`: The message is too long. Shorten it, or send it in parts.
    #[doc(alias("880206", "length of message exceed limit", "消息长度超出限制"))]
    #[code(
        880206,
        "length of message exceed limit",
        "Message size exceeds the limit",
        kind = InvalidArgument,
        description_zh = "消息长度超出限制",
        description_en = "The message is too long",
        advice = "Shorten it, or send it in parts."
    )]
    LengthOfMessageExceedLimit,
    /// `880207`: The recipient has blacklisted the sender. Do not send it again.
    #[doc(alias("880207", "user in blacklist", "您已被对方加入黑名单"))]
    #[code(
        880207,
        "user in blacklist",
        "User in blacklist",
        kind = PermissionDenied,
        description_zh = "您已被对方加入黑名单",
        description_en = "You are on the recipient's blacklist",
        advice = "Do not send it again."
    )]
    UserInBlacklist,
    /// `880208`: The message contains sensitive words. Have the user reword it.
    #[doc(alias("880208", "message is sensitive", "消息包含敏感词"))]
    #[code(
        880208,
        "message is sensitive",
        "Message contains sensitive words",
        kind = InvalidArgument,
        description_zh = "消息包含敏感词",
        description_en = "The message contains sensitive words",
        advice = "Have the user reword it."
    )]
    MessageIsSensitive,
    /// `880209`: Messages are sent too fast. Try again later.
    #[doc(alias("880209", "beyond the frequency limit", "发送过于频繁，请稍后再试"))]
    #[code(
        880209,
        "beyond the frequency limit",
        "Sending speed exceeds the limit",
        kind = ResourceExhausted,
        description_zh = "发送过于频繁，请稍后再试",
        description_en = "You are sending too fast; try again later",
        advice = "Try again later."
    )]
    BeyondFrequencyLimit,
    /// `880210`: The file is too large. Send a smaller one.
    #[doc(alias("880210", "file size exceed the limit", "文件大小超出限制"))]
    #[code(
        880210,
        "file size exceed the limit",
        "File size exceeds the limit",
        kind = InvalidArgument,
        description_zh = "文件大小超出限制",
        description_en = "The file is too large",
        advice = "Send a smaller one."
    )]
    FileSizeExceedLimit,
    /// `880212`: The sender is banned from sending messages. Do not send it again until the ban is
    /// lifted.
    #[doc(alias("880212", "can not chat while silent", "您已被禁言"))]
    #[code(
        880212,
        "can not chat while silent",
        "Banned",
        kind = PermissionDenied,
        description_zh = "您已被禁言",
        description_en = "You are banned from sending messages",
        advice = "Do not send it again until the ban is lifted."
    )]
    CanNotChatWhileSilent,

    // Friends, by older numbers.
    /// `880301`: The user to add as a friend does not exist. Check the name.
    #[doc(alias("880301", "target user not exist", "目标用户不存在"))]
    #[code(
        880301,
        "target user not exist",
        "Target user does not exist",
        retired,
        kind = NotFound,
        description_zh = "目标用户不存在",
        description_en = "The user does not exist",
        advice = "Check the name."
    )]
    OldFriendTargetUserNotExist,
    /// `880302`: The user is already a friend. Treat it as done.
    #[doc(alias("880302", "repeated added friend", "对方已是您的好友"))]
    #[code(
        880302,
        "repeated added friend",
        "Repeatedly added",
        retired,
        kind = AlreadyExists,
        description_zh = "对方已是您的好友",
        description_en = "You are already friends with this user",
        is_done = true,
        advice = "Treat it as done."
    )]
    RepeatedAddedFriend,
    /// `880303`: The user is not a friend. If you were deleting the friend, treat it as done;
    /// otherwise add the friend first.
    #[doc(alias("880303", "user not friend", "对方不是您的好友"))]
    #[code(
        880303,
        "user not friend",
        "Non-friendship",
        retired,
        kind = FailedPrecondition,
        description_zh = "对方不是您的好友",
        description_en = "You are not friends with this user",
        is_done = true,
        advice = "If you were deleting the friend, treat it as done; otherwise add the friend first."
    )]
    OldUserNotFriend,
    /// `880304`: The note on a friend is not valid. Have the user change it.
    #[doc(alias("880304", "Invalid friend memo", "好友备注无效"))]
    #[code(
        880304,
        "Invalid friend memo",
        "Illegal note",
        retired,
        kind = InvalidArgument,
        description_zh = "好友备注无效",
        description_en = "The note on the friend is not valid",
        advice = "Have the user change it."
    )]
    OldInvalidFriendMemo,
    /// `880305`: The user refuses to be added as a friend. Do not ask again.
    #[doc(alias("880305", "target user refuse added", "对方拒绝添加好友"))]
    #[code(
        880305,
        "target user refuse added",
        "Target user refuses to be added",
        retired,
        kind = PermissionDenied,
        description_zh = "对方拒绝添加好友",
        description_en = "This user does not accept friends",
        advice = "Do not ask again."
    )]
    TargetUserRefuseAdded,

    // Creating a group.
    /// `880402`: The user may not create a group. Do not offer it to this user.
    #[doc(alias("880402", "not permitted to create group", "您没有创建群组的权限"))]
    #[code(
        880402,
        "not permitted to create group",
        "No permission to create a group",
        kind = PermissionDenied,
        description_zh = "您没有创建群组的权限",
        description_en = "You are not allowed to create a group",
        advice = "Do not offer it to this user."
    )]
    NotPermittedToCreateGroup,
    /// `880403`: The user has reached the limit of groups. Leave a group first.
    #[doc(alias("880403", "amount of group exceed limit", "您的群组数量已达上限"))]
    #[code(
        880403,
        "amount of group exceed limit",
        "The number of groups reaches the upper limit",
        kind = ResourceExhausted,
        retryable = false,
        description_zh = "您的群组数量已达上限",
        description_en = "You have reached the limit of groups",
        advice = "Leave a group first."
    )]
    AmountOfGroupExceedLimit,
    /// `880404`: The group was not created, because its name is too long. Shorten the name.
    #[doc(alias("880404", "length of group name exceed limit", "群组名称长度超出限制，创建失败"))]
    #[code(
        880404,
        "length of group name exceed limit",
        "Length of group name exceeds the limit, and the creation fails.",
        kind = InvalidArgument,
        description_zh = "群组名称长度超出限制，创建失败",
        description_en = "The group was not created; its name is too long",
        advice = "Shorten the name."
    )]
    LengthOfGroupNameExceedLimit,
    /// `880405`: The description of the group is too long. Shorten it.
    #[doc(alias("880405", "length of group desc exceed limit", "群组描述长度超出限制"))]
    #[code(
        880405,
        "length of group desc exceed limit",
        "Length of group description exceeds the limit",
        kind = InvalidArgument,
        description_zh = "群组描述长度超出限制",
        description_en = "The description of the group is too long",
        advice = "Shorten it."
    )]
    LengthOfGroupDescExceedLimit,

    // Leaving a group.
    /// `880501`: The group to leave does not exist. Check its id.
    #[doc(alias("880501", "group id not exist", "群组不存在"))]
    #[code(
        880501,
        "group id not exist",
        "Group does not exist",
        retired,
        kind = NotFound,
        description_zh = "群组不存在",
        description_en = "The group does not exist",
        advice = "Check its id."
    )]
    GroupIdNotExist,
    /// `880502`: The user is not in the group to leave. Treat it as done.
    #[doc(alias("880502", "user not in group", "您不在该群组中"))]
    #[code(
        880502,
        "user not in group",
        "User not in group",
        retired,
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        is_done = true,
        advice = "Treat it as done."
    )]
    LeaveGroupUserNotInGroup,

    // Adding or approving members of a group.
    /// `880602`: The list of members to add is empty. Name at least one user.
    #[doc(alias("880602", "zero member", "未选择任何成员"))]
    #[code(
        880602,
        "zero member",
        "Target is empty",
        kind = InvalidArgument,
        description_zh = "未选择任何成员",
        description_en = "No members are selected",
        advice = "Name at least one user."
    )]
    ZeroMember,
    /// `880603`: The user who adds members is not in the group. Join the group first.
    #[doc(alias("880603", "user not in group", "您不在该群组中"))]
    #[code(
        880603,
        "user not in group",
        "User not in group",
        retired,
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        advice = "Join the group first."
    )]
    AddMemberUserNotInGroup,
    /// `880604`: The user may not add members to the group. Have an administrator of the group add
    /// them.
    #[doc(alias("880604", "user not permitted add member to group", "您没有添加群组成员的权限"))]
    #[code(
        880604,
        "user not permitted add member to group",
        "No permission to add group members",
        kind = PermissionDenied,
        description_zh = "您没有添加群组成员的权限",
        description_en = "You are not allowed to add members to this group",
        advice = "Have an administrator of the group add them."
    )]
    UserNotPermittedAddMemberToGroup,
    /// `880605`: A user on the list of members to add does not exist. Leave that user out.
    #[doc(alias("880605", "member not exist", "所选用户中有不存在的用户"))]
    #[code(
        880605,
        "member not exist",
        "Member does not exist",
        retired,
        kind = NotFound,
        description_zh = "所选用户中有不存在的用户",
        description_en = "One of the users does not exist",
        advice = "Leave that user out."
    )]
    AddMemberMemberNotExist,
    /// `880606`: A user on the list may not be added to the group. Leave that user out.
    ///
    /// The vendor's English says something else; this is what its Chinese says.
    #[doc(alias(
        "880606",
        "member not permitted added to group",
        "所选成员中有不允许加入群组的用户"
    ))]
    #[code(
        880606,
        "member not permitted added to group",
        "There is the user in the member list that has not been added to the group",
        kind = PermissionDenied,
        description_zh = "所选成员中有不允许加入群组的用户",
        description_en = "One of the members may not be added to the group",
        advice = "Leave that user out."
    )]
    MemberNotPermittedAddedToGroup,
    /// `880607`: The members have already been added. Treat it as done.
    #[doc(alias("880607", "repeated added", "成员已添加，请勿重复添加"))]
    #[code(
        880607,
        "repeated added",
        "Repeatedly added",
        kind = AlreadyExists,
        description_zh = "成员已添加，请勿重复添加",
        description_en = "The members have already been added",
        is_done = true,
        advice = "Treat it as done."
    )]
    RepeatedAdded,
    /// `880608`: The group would have too many members. Add fewer, or remove members first.
    #[doc(alias("880608", "num exceed limit", "群组成员数量超出限制"))]
    #[code(
        880608,
        "num exceed limit",
        "Quantity exceeds the limit",
        kind = ResourceExhausted,
        retryable = false,
        description_zh = "群组成员数量超出限制",
        description_en = "The group cannot have so many members",
        advice = "Add fewer, or remove members first."
    )]
    NumExceedLimit,
    /// `880609`: A user on the list has reached the limit of groups. Leave that user out.
    #[doc(alias(
        "880609",
        "amount of group exceed member limit",
        "所选成员中有群组数量已达上限的用户"
    ))]
    #[code(
        880609,
        "amount of group exceed member limit",
        "There is the user in the member list whose number of group exceeds the limit",
        kind = ResourceExhausted,
        retryable = false,
        description_zh = "所选成员中有群组数量已达上限的用户",
        description_en = "One of the members has reached the limit of groups",
        advice = "Leave that user out."
    )]
    AmountOfGroupExceedMemberLimit,
    /// `880610`: The user is already in the group. Treat it as done.
    #[doc(alias("880610", "user already in the group", "该用户已在群组中"))]
    #[code(
        880610,
        "user already in the group",
        "The user is already in the group",
        kind = AlreadyExists,
        description_zh = "该用户已在群组中",
        description_en = "The user is already in the group",
        is_done = true,
        advice = "Treat it as done."
    )]
    UserAlreadyInGroup,
    /// `880611`: A group of this type does not support the operation. Do not offer it for such
    /// groups.
    #[doc(alias("880611", "group type not support", "该类型的群组不支持此操作"))]
    #[code(
        880611,
        "group type not support",
        "Group type does not support this operation",
        kind = FailedPrecondition,
        description_zh = "该类型的群组不支持此操作",
        description_en = "This type of group does not support that",
        advice = "Do not offer it for such groups."
    )]
    GroupTypeNotSupport,
    /// `880612`: The request to join has already been answered. Reload the members of the group,
    /// since the answer may have been no.
    #[doc(alias("880612", "this request already process", "该申请已被处理"))]
    #[code(
        880612,
        "this request already process",
        "Already processed",
        kind = FailedPrecondition,
        description_zh = "该申请已被处理",
        description_en = "This request has already been answered",
        advice = "Reload the members of the group, since the answer may have been no."
    )]
    RequestAlreadyProcessed,
    /// `880614`: The user may not do this. Do not offer it to this user.
    #[doc(alias("880614", "no permission", "您没有操作权限"))]
    #[code(
        880614,
        "no permission",
        "No permission to operate",
        kind = PermissionDenied,
        description_zh = "您没有操作权限",
        description_en = "You are not allowed to do this",
        advice = "Do not offer it to this user."
    )]
    NoPermission,

    // Removing members of a group.
    /// `880703`: A user on the list of members to remove is not in the group. Treat it as done.
    #[doc(alias("880703", "user not in group", "所选成员中有不在该群组的用户"))]
    #[code(
        880703,
        "user not in group",
        "A member to remove is not in the group",
        retired,
        kind = FailedPrecondition,
        description_zh = "所选成员中有不在该群组的用户",
        description_en = "One of the members is not in the group",
        is_done = true,
        advice = "Treat it as done."
    )]
    RemoveMemberUserNotInGroup,
    /// `880704`: The user may not remove members from the group. Have an administrator of the group
    /// remove them.
    #[doc(alias(
        "880704",
        "user not permitted delete member of group",
        "您没有移除群组成员的权限"
    ))]
    #[code(
        880704,
        "user not permitted delete member of group",
        "The user did not have the permission to delete group members",
        kind = PermissionDenied,
        description_zh = "您没有移除群组成员的权限",
        description_en = "You are not allowed to remove members from this group",
        advice = "Have an administrator of the group remove them."
    )]
    UserNotPermittedDeleteMemberOfGroup,
    /// `880705`: A user on the list may not be removed from the group. Leave that user out.
    ///
    /// The vendor's English says something else; this is what its Chinese says.
    #[doc(alias(
        "880705",
        "member of group not permitted deleted",
        "所选成员中有不允许移出群组的用户"
    ))]
    #[code(
        880705,
        "member of group not permitted deleted",
        "There is the user in the member list who does not have permission to delete",
        kind = PermissionDenied,
        description_zh = "所选成员中有不允许移出群组的用户",
        description_en = "One of the members may not be removed from the group",
        advice = "Leave that user out."
    )]
    MemberOfGroupNotPermittedDeleted,

    // Changing a group.
    /// `880803`: The new name of the group is too long. Shorten it.
    #[doc(alias("880803", "length of group name exceed limit", "群组名称长度超出限制"))]
    #[code(
        880803,
        "length of group name exceed limit",
        "Length of group name exceeds the limit",
        retired,
        kind = InvalidArgument,
        description_zh = "群组名称长度超出限制",
        description_en = "The name of the group is too long",
        advice = "Shorten it."
    )]
    ChangeGroupLengthOfGroupNameExceedLimit,
    /// `880804`: The new description of the group is too long. Shorten it.
    #[doc(alias("880804", "length of group desc exceed limit", "群组描述长度超出限制"))]
    #[code(
        880804,
        "length of group desc exceed limit",
        "Length of group description exceeds the limit",
        retired,
        kind = InvalidArgument,
        description_zh = "群组描述长度超出限制",
        description_en = "The description of the group is too long",
        advice = "Shorten it."
    )]
    ChangeGroupLengthOfGroupDescExceedLimit,

    // Adding to the blacklist.
    /// `880902`: A user on the list to blacklist does not exist. Leave that user out.
    #[doc(alias("880902", "member not exist", "所选用户中有不存在的用户"))]
    #[code(
        880902,
        "member not exist",
        "Member does not exist",
        retired,
        kind = NotFound,
        description_zh = "所选用户中有不存在的用户",
        description_en = "One of the users does not exist",
        advice = "Leave that user out."
    )]
    BlacklistMemberNotExist,
    /// `880903`: No one was added to the blacklist, because a user on the list may not be. Leave
    /// that user out.
    #[doc(alias(
        "880903",
        "member not permitted added",
        "所选用户中有不允许加入黑名单的用户，添加失败"
    ))]
    #[code(
        880903,
        "member not permitted added",
        "There is the user in the member list who cannot be added and the addition fails.",
        kind = PermissionDenied,
        description_zh = "所选用户中有不允许加入黑名单的用户，添加失败",
        description_en = "No one was added; one of the users may not be blacklisted",
        advice = "Leave that user out."
    )]
    MemberNotPermittedAdded,
    /// `880904`: The user is already in the blacklist. Treat it as done.
    #[doc(alias("880904", "repeated added member", "该用户已在黑名单中"))]
    #[code(
        880904,
        "repeated added member",
        "Repeatedly added",
        kind = AlreadyExists,
        description_zh = "该用户已在黑名单中",
        description_en = "The user is already on your blacklist",
        is_done = true,
        advice = "Treat it as done."
    )]
    RepeatedAddedMember,

    // Removing from the blacklist.
    /// `881002`: A user on the list to remove from the blacklist does not exist. Leave that user
    /// out.
    #[doc(alias("881002", "member not exist", "所选用户中有不存在的用户"))]
    #[code(
        881002,
        "member not exist",
        "Member does not exist",
        retired,
        kind = NotFound,
        description_zh = "所选用户中有不存在的用户",
        description_en = "One of the users does not exist",
        advice = "Leave that user out."
    )]
    UnblacklistMemberNotExist,

    // Do-not-disturb.
    /// `881101`: Do-not-disturb is already on for the user. Treat it as done.
    #[doc(alias("881101", "member already set", "已对该用户开启免打扰"))]
    #[code(
        881101,
        "member already set",
        "The member is already in the DND status",
        kind = AlreadyExists,
        description_zh = "已对该用户开启免打扰",
        description_en = "Do-not-disturb is already on for this user",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbMemberAlreadySet,
    /// `881102`: Do-not-disturb is not on for the user. Treat it as done.
    #[doc(alias("881102", "member never set", "未对该用户开启免打扰"))]
    #[code(
        881102,
        "member never set",
        "The member is not in the DND status",
        kind = FailedPrecondition,
        description_zh = "未对该用户开启免打扰",
        description_en = "Do-not-disturb is not on for this user",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbMemberNeverSet,
    /// `881103`: The group to set do-not-disturb for does not exist. Check its id.
    #[doc(alias("881103", "group not exist", "群组不存在"))]
    #[code(
        881103,
        "group not exist",
        "Group does not exist",
        retired,
        kind = NotFound,
        description_zh = "群组不存在",
        description_en = "The group does not exist",
        advice = "Check its id."
    )]
    DoNotDisturbGroupNotExist,
    /// `881104`: The user is not in the group to set do-not-disturb for. Join the group first.
    #[doc(alias("881104", "user not in group", "您不在该群组中"))]
    #[code(
        881104,
        "user not in group",
        "User not in group",
        retired,
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        advice = "Join the group first."
    )]
    DoNotDisturbUserNotInGroup,
    /// `881105`: Do-not-disturb is already on for the group. Treat it as done.
    #[doc(alias("881105", "group already set", "已对该群组开启免打扰"))]
    #[code(
        881105,
        "group already set",
        "The group is already in the DND status",
        kind = AlreadyExists,
        description_zh = "已对该群组开启免打扰",
        description_en = "Do-not-disturb is already on for this group",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbGroupAlreadySet,
    /// `881106`: Do-not-disturb is not on for the group. Treat it as done.
    #[doc(alias("881106", "group never set", "未对该群组开启免打扰"))]
    #[code(
        881106,
        "group never set",
        "The group is not in the DND status",
        kind = FailedPrecondition,
        description_zh = "未对该群组开启免打扰",
        description_en = "Do-not-disturb is not on for this group",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbGroupNeverSet,
    /// `881107`: Do-not-disturb is already on for everything. Treat it as done.
    #[doc(alias("881107", "already set", "已开启全局免打扰"))]
    #[code(
        881107,
        "already set",
        "Has set Do-Not-Disturb",
        kind = AlreadyExists,
        description_zh = "已开启全局免打扰",
        description_en = "Do-not-disturb is already on for everything",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbAlreadySet,
    /// `881108`: Do-not-disturb is not on for everything. Treat it as done.
    #[doc(alias("881108", "never set", "未开启全局免打扰"))]
    #[code(
        881108,
        "never set",
        "Not set Do-Not-Disturb",
        kind = FailedPrecondition,
        description_zh = "未开启全局免打扰",
        description_en = "Do-not-disturb is not on for everything",
        is_done = true,
        advice = "Treat it as done."
    )]
    DoNotDisturbNeverSet,

    // Blocking a group.
    /// `881201`: The group to block does not exist. Check its id.
    #[doc(alias("881201", "group not exist", "群组不存在"))]
    #[code(
        881201,
        "group not exist",
        "Group does not exist",
        retired,
        kind = NotFound,
        description_zh = "群组不存在",
        description_en = "The group does not exist",
        advice = "Check its id."
    )]
    BlockingGroupNotExist,
    /// `881202`: The user is not in the group to block. Join the group first.
    #[doc(alias("881202", "user not in group", "您不在该群组中"))]
    #[code(
        881202,
        "user not in group",
        "User not in group",
        retired,
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        advice = "Join the group first."
    )]
    BlockingUserNotInGroup,
    /// `881203`: The group is already blocked. Treat it as done.
    #[doc(alias("881203", "group already set", "已屏蔽该群组"))]
    #[code(
        881203,
        "group already set",
        "Already set up blocking",
        kind = AlreadyExists,
        description_zh = "已屏蔽该群组",
        description_en = "The group is already blocked",
        is_done = true,
        advice = "Treat it as done."
    )]
    BlockingGroupAlreadySet,
    /// `881204`: The group is not blocked. Treat it as done.
    #[doc(alias("881204", "group never set", "未屏蔽该群组"))]
    #[code(
        881204,
        "group never set",
        "Not set up group blocking yet",
        kind = FailedPrecondition,
        description_zh = "未屏蔽该群组",
        description_en = "The group is not blocked",
        is_done = true,
        advice = "Treat it as done."
    )]
    BlockingGroupNeverSet,

    // Friends.
    /// `881301`: The user to add as a friend does not exist. Check the name.
    #[doc(alias("881301", "target user not exist", "目标用户不存在"))]
    #[code(
        881301,
        "target user not exist",
        "Target user does not exist",
        retired,
        kind = NotFound,
        description_zh = "目标用户不存在",
        description_en = "The user does not exist",
        advice = "Check the name."
    )]
    FriendTargetUserNotExist,
    /// `881302`: The user is already a friend. Treat it as done.
    #[doc(alias("881302", "already is friend", "对方已是您的好友"))]
    #[code(
        881302,
        "already is friend",
        "Already a friend",
        kind = AlreadyExists,
        description_zh = "对方已是您的好友",
        description_en = "You are already friends with this user",
        is_done = true,
        advice = "Treat it as done."
    )]
    AlreadyIsFriend,
    /// `881303`: The user is not a friend. If you were deleting the friend, treat it as done;
    /// otherwise add the friend first.
    #[doc(alias("881303", "user not friend", "对方不是您的好友"))]
    #[code(
        881303,
        "user not friend",
        "Non-friendship",
        kind = FailedPrecondition,
        description_zh = "对方不是您的好友",
        description_en = "You are not friends with this user",
        is_done = true,
        advice = "If you were deleting the friend, treat it as done; otherwise add the friend first."
    )]
    UserNotFriend,
    /// `881304`: The note on a friend is not valid. Have the user change it.
    #[doc(alias("881304", "invalid friend memo", "好友备注无效"))]
    #[code(
        881304,
        "invalid friend memo",
        "Illegal note",
        kind = InvalidArgument,
        description_zh = "好友备注无效",
        description_en = "The note on the friend is not valid",
        advice = "Have the user change it."
    )]
    InvalidFriendMemo,
    /// `881305`: The friend was not added, because the invitation is not valid. Ask for a new
    /// invitation.
    #[doc(alias("881305", "Invitation event is not valid", "好友邀请无效，添加好友失败"))]
    #[code(
        881305,
        "Invitation event is not valid",
        "Failed to add friends: Invalid invitation event",
        kind = FailedPrecondition,
        description_zh = "好友邀请无效，添加好友失败",
        description_en = "The friend was not added; the invitation is not valid",
        advice = "Ask for a new invitation."
    )]
    InvitationEventIsNotValid,

    // Retracting a message.
    /// `881401`: The message is too old to be retracted. Do not offer it for old messages.
    #[doc(alias("881401", "out of time", "已超过撤回时限"))]
    #[code(
        881401,
        "out of time",
        "Exceed the withdrawal time",
        kind = FailedPrecondition,
        description_zh = "已超过撤回时限",
        description_en = "The message is too old to be retracted",
        advice = "Do not offer it for old messages."
    )]
    OutOfTime,
    /// `881402`: Only its sender may retract a message. Do not offer it for messages of others.
    #[doc(alias("881402", "request user is not message sender", "您只能撤回自己发送的消息"))]
    #[code(
        881402,
        "request user is not message sender",
        "The requesting withdraw party is not the sender of the message",
        kind = PermissionDenied,
        description_zh = "您只能撤回自己发送的消息",
        description_en = "You can only retract your own messages",
        advice = "Do not offer it for messages of others."
    )]
    RequestUserIsNotMessageSender,
    /// `881403`: The message to retract does not exist. Check the id of the message.
    #[doc(alias("881403", "request message not exist", "消息不存在"))]
    #[code(
        881403,
        "request message not exist",
        "Message does not exist",
        kind = NotFound,
        description_zh = "消息不存在",
        description_en = "The message does not exist",
        advice = "Check the id of the message."
    )]
    RequestMessageNotExist,
    /// `881404`: The message has already been retracted. Treat it as done.
    #[doc(alias("881404", "message already retract", "消息已撤回"))]
    #[code(
        881404,
        "message already retract",
        "Has been withdrawn already",
        kind = AlreadyExists,
        description_zh = "消息已撤回",
        description_en = "The message has already been retracted",
        is_done = true,
        advice = "Treat it as done."
    )]
    MessageAlreadyRetract,

    // Chat rooms.
    /// `881501`: The user is not in the chat room. Enter it first; if you wanted to leave it, there
    /// is nothing to do.
    #[doc(alias("881501", "user not in chatroom", "您不在该聊天室中"))]
    #[code(
        881501,
        "user not in chatroom",
        "The user is not in the chat room",
        kind = FailedPrecondition,
        description_zh = "您不在该聊天室中",
        description_en = "You are not in this chat room",
        advice = "Enter it first; if you wanted to leave it, there is nothing to do."
    )]
    UserNotInChatroom,
    /// `881502`: The user may not send messages in the chat room. Do not send it again until the
    /// ban is lifted.
    #[doc(alias("881502", "user baned to post", "您已被禁止在该聊天室发言"))]
    #[code(
        881502,
        "user baned to post",
        "The user is forbidden to send messages",
        kind = PermissionDenied,
        description_zh = "您已被禁止在该聊天室发言",
        description_en = "You are banned from sending messages in this chat room",
        advice = "Do not send it again until the ban is lifted."
    )]
    UserBannedToPost,
    /// `881503`: The chat room does not exist. Choose another.
    #[doc(alias("881503", "chatroom not exist", "聊天室不存在"))]
    #[code(
        881503,
        "chatroom not exist",
        "Chat room does not exist",
        kind = NotFound,
        description_zh = "聊天室不存在",
        description_en = "The chat room does not exist",
        advice = "Choose another."
    )]
    ChatroomNotExist,
    /// `881504`: The message is too long for the chat room. Shorten it, or send it in parts.
    #[doc(alias("881504", "length of chatroom message exceed limit", "消息长度超出限制"))]
    #[code(
        881504,
        "length of chatroom message exceed limit",
        "Message length exceeds the limit",
        kind = InvalidArgument,
        description_zh = "消息长度超出限制",
        description_en = "The message is too long",
        advice = "Shorten it, or send it in parts."
    )]
    LengthOfChatroomMessageExceedLimit,
    /// `881507`: The user is already in the chat room. Treat it as done.
    #[doc(alias("881507", "member has in the chatroom", "您已在该聊天室中"))]
    #[code(
        881507,
        "member has in the chatroom",
        "The user is already in the chat room",
        kind = AlreadyExists,
        description_zh = "您已在该聊天室中",
        description_en = "You are already in this chat room",
        is_done = true,
        advice = "Treat it as done."
    )]
    MemberHasInTheChatroom,
    /// `881508`: The chat room is full. Choose another, or wait until someone leaves.
    ///
    /// The vendor's English says something else; this is what its Chinese says.
    #[doc(alias("881508", "amount of member exceed chatroom limit", "聊天室人数已达上限"))]
    #[code(
        881508,
        "amount of member exceed chatroom limit",
        "Exceed the number of chat rooms",
        kind = ResourceExhausted,
        retryable = false,
        description_zh = "聊天室人数已达上限",
        description_en = "The chat room is full",
        advice = "Choose another, or wait until someone leaves."
    )]
    AmountOfMemberExceedChatroomLimit,
    /// `881509`: The message has the wrong format. Correct it.
    #[doc(alias("881509", "msg format err", "消息格式错误"))]
    #[code(
        881509,
        "msg format err",
        "Wrong message format",
        kind = InvalidArgument,
        description_zh = "消息格式错误",
        description_en = "The message has the wrong format",
        advice = "Correct it."
    )]
    MsgFormatError,

    // Transparent commands.
    /// `881601`: The group to send the command to does not exist. Check its id.
    #[doc(alias("881601", "target group not exist", "目标群组不存在"))]
    #[code(
        881601,
        "target group not exist",
        "Target group does not exist",
        retired,
        kind = NotFound,
        description_zh = "目标群组不存在",
        description_en = "The group does not exist",
        advice = "Check its id."
    )]
    TransCmdTargetGroupNotExist,
    /// `881602`: The user to send the command to is not logged in. Send it when the user is online.
    #[doc(alias("881602", "target user not login", "对方未登录"))]
    #[code(
        881602,
        "target user not login",
        "The target user is not logged in",
        kind = FailedPrecondition,
        description_zh = "对方未登录",
        description_en = "The recipient is not logged in",
        advice = "Send it when the user is online."
    )]
    TargetUserNotLogin,
    /// `881603`: The user to send the command to does not exist. Check the name.
    #[doc(alias("881603", "target user not exist", "目标用户不存在"))]
    #[code(
        881603,
        "target user not exist",
        "Target user does not exist",
        retired,
        kind = NotFound,
        description_zh = "目标用户不存在",
        description_en = "The recipient does not exist",
        advice = "Check the name."
    )]
    TransCmdTargetUserNotExist,
    /// `881604`: The transparent command is too long. Shorten it.
    #[doc(alias("881604", "length of trans cmd exceed limit", "消息长度超出限制"))]
    #[code(
        881604,
        "length of trans cmd exceed limit",
        "Message length exceeds the limit",
        kind = InvalidArgument,
        description_zh = "消息长度超出限制",
        description_en = "The message is too long",
        advice = "Shorten it."
    )]
    LengthOfTransCmdExceedLimit,
    /// `881605`: The user who sends the command is not in the group. Join the group first.
    #[doc(alias("881605", "user not in group", "您不在该群组中"))]
    #[code(
        881605,
        "user not in group",
        "User not in group",
        retired,
        kind = FailedPrecondition,
        description_zh = "您不在该群组中",
        description_en = "You are not in this group",
        advice = "Join the group first."
    )]
    TransCmdUserNotInGroup,

    // Administrators of a group.
    /// `881701`: The user is not an administrator of the group. Offer it to administrators only.
    #[doc(alias("881701", "user not admin", "您不是该群组的管理员"))]
    #[code(
        881701,
        "user not admin",
        "The user is not a group administrator",
        kind = PermissionDenied,
        description_zh = "您不是该群组的管理员",
        description_en = "You are not an administrator of this group",
        advice = "Offer it to administrators only."
    )]
    UserNotAdmin,

    // The server.
    /// `882001`: The server failed. Report it, and look whether the request took effect before you
    /// repeat it.
    #[doc(alias("882001", "server internal error", "服务器错误"))]
    #[code(
        882001,
        "server internal error",
        "Internal system error",
        kind = Internal,
        description_zh = "服务器错误",
        description_en = "The server failed",
        advice = "Report it, and look whether the request took effect before you repeat it."
    )]
    ServerInternalError,
    /// `882002`: The server refused the operation, and the cause depends on the operation. By
    /// operation: the name is taken, so log in; no such user; or the old password is wrong.
    ///
    /// When you register a user, the name is taken: log in. When you look a user up, there is no
    /// such user. When you change a password, the old one is wrong. It can also be an invalid user
    /// or group id. `examples/reply.rs` branches on it in one place.
    #[doc(alias(
        "882002",
        "user exit，no such user，password error，uid invalid，gid invalid",
        "操作失败"
    ))]
    #[code(
        882002,
        "user exit，no such user，password error，uid invalid，gid invalid",
        "Depend on the operation",
        description_zh = "操作失败",
        description_en = "The operation failed",
        advice = "By operation: the name is taken, so log in; no such user; or the old password is wrong."
    )]
    ServerOperationRefused,
    /// `882003`: The server refused a parameter of the call. Correct the call.
    ///
    /// If the SDK refuses one, the code is [`SdkInvalidParameter`](Self::SdkInvalidParameter).
    #[doc(alias("882003", "invalid parameter", "请求无效"))]
    #[code(
        882003,
        "invalid parameter",
        "The parameter is illegal",
        kind = InvalidArgument,
        description_zh = "请求无效",
        description_en = "The request is not valid",
        advice = "Correct the call."
    )]
    ServerInvalidParameter,
    /// `882004`: The authorization is not valid. Log in again.
    #[doc(alias("882004", "auth fail", "登录已失效，请重新登录"))]
    #[code(
        882004,
        "auth fail",
        "Invalid authorization",
        kind = Unauthenticated,
        description_zh = "登录已失效，请重新登录",
        description_en = "Your login is no longer valid; log in again",
        advice = "Log in again."
    )]
    AuthFail,
    /// `882005`: The server did not answer in time. Try again later if the request may be repeated,
    /// since it may have taken effect.
    ///
    /// A message that you send again may arrive twice.
    #[doc(alias("882005", "response time out，try again later", "系统繁忙，请稍后再试"))]
    #[code(
        882005,
        "response time out，try again later",
        "The system is busy and try again later",
        kind = DeadlineExceeded,
        description_zh = "系统繁忙，请稍后再试",
        description_en = "The system is busy; try again later",
        advice = "Try again later if the request may be repeated, since it may have taken effect."
    )]
    ResponseTimeOut,

    /// A code that the table does not list; the vendor may have added it since.
    ///
    /// Only conversions make it, and never for a listed code.
    #[code(
        other,
        "unlisted error",
        "Error code that is not listed",
        description_zh = "未知错误",
        description_en = "Something went wrong",
        advice = "Log it; the vendor may have added it since."
    )]
    Other(Unlisted<Self>),
}

impl WebCode {
    /// The operation that failed, by the first four of the code's six digits.
    ///
    /// An unlisted code has one too, if its digits are those of an operation.
    ///
    /// ```
    /// use jmessage_codes::{Operation, WebCode};
    ///
    /// assert_eq!(WebCode::UserNotExist.operation(), Some(Operation::Login));
    /// assert_eq!(WebCode::from(880199).operation(), Some(Operation::Login));
    /// assert_eq!(WebCode::from(7).operation(), None);
    /// ```
    #[must_use]
    pub const fn operation(self) -> Option<Operation> {
        Operation::of_code(self.code())
    }
}

/// Ordered by code, so an unlisted code keeps its place when the vendor lists it.
impl Ord for WebCode {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(&other.code())
    }
}

impl PartialOrd for WebCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
