//! The error codes of the JMessage Web SDK.

mod operation;

use crate::{ErrorCatalog, Unlisted};

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
/// assert_eq!(code.description_zh(), "目标用户不存在");
/// assert_eq!(code.operation(), Some(Operation::Send));
///
/// // A number that the table does not list.
/// let code = WebCode::from(881999);
/// assert!(matches!(code, WebCode::Other(unlisted) if unlisted == 881999));
/// assert_eq!(code.code(), 881999);
/// ```
///
/// The English texts are the vendor's, to the byte. Where the vendor misspells a word,
/// the variant's name has the right spelling. The variants have the order of the
/// vendor's document, which is also the order of the codes.
///
/// # The table
///
#[doc = include_str!("web.md")]
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ErrorCatalog, thiserror::Error,
)]
#[error("{} ({})", self.description(), self.code())]
#[cfg_attr(feature = "serde", catalog(serde))]
#[catalog(column(
    /// The description in Chinese, as an app would say it to its user.
    ///
    /// The Chinese texts are not the vendor's; they were written for this crate.
    description_zh: &str
))]
#[non_exhaustive]
pub enum WebCode {
    /// `0`: The request succeeded.
    #[doc(alias = "0")]
    #[code(0, "success", "Successful request", success, description_zh = "请求成功")]
    Success,

    // The SDK and its parameters.
    /// `880001`: The SDK failed in a way that it has no code for.
    #[doc(alias = "880001")]
    #[code(880001, "missing error", "Unknown error code", description_zh = "未知错误")]
    MissingError,
    /// `880002`: The SDK refused a parameter of the call. If the server refuses one, the code is
    /// [`ServerInvalidParameter`](Self::ServerInvalidParameter).
    #[doc(alias = "880002")]
    #[code(880002, "invalid parameter", "The parameter is illegal", description_zh = "参数无效")]
    SdkInvalidParameter,
    /// `880003`: The content of a value has the wrong format.
    #[doc(alias = "880003")]
    #[code(880003, "invalid value", "Illegal content format", description_zh = "内容格式无效")]
    InvalidValue,
    /// `880004`: A value has the wrong type.
    #[doc(alias = "880004")]
    #[code(880004, "invalid type", "Illegal content format", description_zh = "内容类型无效")]
    InvalidType,
    /// `880005`: The file to send does not exist.
    #[doc(alias = "880005")]
    #[code(880005, "file not exist", "File does not exist", description_zh = "文件不存在")]
    FileNotExist,
    /// `880006`: A user is logged in. Log out before you register another.
    #[doc(alias = "880006")]
    #[code(
        880006,
        "login out before register",
        "Sign out before registering",
        description_zh = "请先退出登录再注册"
    )]
    LogoutBeforeRegister,
    /// `880007`: The number of registrations is limited.
    #[doc(alias = "880007")]
    #[code(880007, "register limit", "Limited registration", description_zh = "注册受限")]
    RegisterLimit,
    /// `880008`: The `msg_id` is not valid.
    #[doc(alias = "880008")]
    #[code(880008, "msg_id not valid", "Msg_id is illegal", description_zh = "消息 ID 无效")]
    MsgIdNotValid,

    // Logging in.
    /// `880101`: The `appkey` does not exist.
    #[doc(alias = "880101")]
    #[code(880101, "appkey not exist", "Appkey does not exist", description_zh = "AppKey 不存在")]
    AppkeyNotExist,
    /// `880102`: The signature is wrong.
    #[doc(alias = "880102")]
    #[code(880102, "signatu fail", "Signature error", description_zh = "签名错误")]
    SignatureFail,
    /// `880103`: The user does not exist. Register the user and log in again.
    #[doc(alias = "880103")]
    #[code(880103, "user not exist", "User does not exist", description_zh = "用户不存在")]
    UserNotExist,
    /// `880104`: The password is wrong.
    #[doc(alias = "880104")]
    #[code(880104, "invalid password", "Wrong password", description_zh = "密码错误")]
    InvalidPassword,
    /// `880106`: The signature has expired. Sign again and log in again. (If the account is
    /// disabled, the code is [`UserDisabled`](Self::UserDisabled).)
    #[doc(alias = "880106")]
    #[code(880106, "signatu is expire", "Signature expired", description_zh = "签名已过期")]
    SignatureExpired,
    /// `880107`: A user is already logged in. Log out first to log in as another.
    #[doc(alias = "880107")]
    #[code(
        880107,
        "already login,please login out before login",
        "Already logged in",
        description_zh = "已登录，请先退出登录"
    )]
    AlreadyLogin,
    /// `880109`: The same login is already under way.
    #[doc(alias = "880109")]
    #[code(
        880109,
        "repetitive operation",
        "Repeated login operation",
        description_zh = "请勿重复登录"
    )]
    RepetitiveOperation,
    /// `880110`: Being online over several channels failed, because the SDK is too old for it.
    #[doc(alias = "880110")]
    #[code(
        880110,
        "multi channel online error,please update your sdk version",
        "Multichannel error, please update sdk version",
        description_zh = "多端在线失败，请更新 SDK 版本"
    )]
    MultiChannelOnlineError,
    /// `880111`: The account of the user is disabled.
    #[doc(alias = "880111")]
    #[code(880111, "user disabled", "User is disabled", description_zh = "用户已被禁用")]
    UserDisabled,

    // Sending.
    /// `880203`: The user to send to does not exist.
    #[doc(alias = "880203")]
    #[code(
        880203,
        "target user not exist",
        "Target user does not exist",
        description_zh = "目标用户不存在"
    )]
    TargetUserNotExist,
    /// `880204`: The group to send to does not exist.
    #[doc(alias = "880204")]
    #[code(
        880204,
        "target group not exist",
        "Target group does not exist",
        description_zh = "目标群组不存在"
    )]
    TargetGroupNotExist,
    /// `880205`: The sender is not in the group.
    #[doc(alias = "880205")]
    #[code(880205, "user not in group", "User not in group", description_zh = "用户不在群组中")]
    UserNotInGroup,
    /// `880206`: The message is too long.
    #[doc(alias = "880206")]
    #[code(
        880206,
        "length of message exceed limit",
        "Message size exceeds the limit",
        description_zh = "消息长度超出限制"
    )]
    LengthOfMessageExceedLimit,
    /// `880207`: The recipient has blacklisted the sender.
    #[doc(alias = "880207")]
    #[code(880207, "user in blacklist", "User in blacklist", description_zh = "已被对方加入黑名单")]
    UserInBlacklist,
    /// `880208`: The message contains sensitive words.
    #[doc(alias = "880208")]
    #[code(
        880208,
        "message is sensitive",
        "Message contains sensitive words",
        description_zh = "消息包含敏感词"
    )]
    MessageIsSensitive,
    /// `880209`: Messages are sent too fast. Try again later.
    #[doc(alias = "880209")]
    #[code(
        880209,
        "beyond the frequency limit",
        "Sending speed exceeds the limit",
        description_zh = "发送过于频繁，请稍后再试"
    )]
    BeyondFrequencyLimit,
    /// `880210`: The file is too large.
    #[doc(alias = "880210")]
    #[code(
        880210,
        "file size exceed the limit",
        "File size exceeds the limit",
        description_zh = "文件大小超出限制"
    )]
    FileSizeExceedLimit,
    /// `880212`: The sender is banned from sending messages.
    #[doc(alias = "880212")]
    #[code(880212, "can not chat while silent", "Banned", description_zh = "用户已被禁言")]
    CanNotChatWhileSilent,

    // Creating a group.
    /// `880402`: The user may not create a group.
    #[doc(alias = "880402")]
    #[code(
        880402,
        "not permitted to create group",
        "No permission to create a group",
        description_zh = "没有创建群组的权限"
    )]
    NotPermittedToCreateGroup,
    /// `880403`: The user has reached the limit of groups.
    #[doc(alias = "880403")]
    #[code(
        880403,
        "amount of group exceed limit",
        "The number of groups reaches the upper limit",
        description_zh = "群组数量已达上限"
    )]
    AmountOfGroupExceedLimit,
    /// `880404`: The name of the group is too long. The group was not created.
    #[doc(alias = "880404")]
    #[code(
        880404,
        "length of group name exceed limit",
        "Length of group name exceeds the limit, and the creation fails.",
        description_zh = "群组名称长度超出限制，创建失败"
    )]
    LengthOfGroupNameExceedLimit,
    /// `880405`: The description of the group is too long.
    #[doc(alias = "880405")]
    #[code(
        880405,
        "length of group desc exceed limit",
        "Length of group description exceeds the limit",
        description_zh = "群组描述长度超出限制"
    )]
    LengthOfGroupDescExceedLimit,

    // Adding or approving members of a group.
    /// `880602`: The list of members to add is empty.
    #[doc(alias = "880602")]
    #[code(880602, "zero member", "Target is empty", description_zh = "成员列表为空")]
    ZeroMember,
    /// `880604`: The user may not add members to the group.
    #[doc(alias = "880604")]
    #[code(
        880604,
        "user not permitted add member to group",
        "No permission to add group members",
        description_zh = "没有添加群组成员的权限"
    )]
    UserNotPermittedAddMemberToGroup,
    /// `880606`: A user on the list may not be added to the group.
    #[doc(alias = "880606")]
    #[code(
        880606,
        "member not permitted added to group",
        "There is the user in the member list that has not been added to the group",
        description_zh = "成员列表中有不允许加入群组的用户"
    )]
    MemberNotPermittedAddedToGroup,
    /// `880607`: The same members have already been added.
    #[doc(alias = "880607")]
    #[code(880607, "repeated added", "Repeatedly added", description_zh = "请勿重复添加")]
    RepeatedAdded,
    /// `880608`: There are too many members.
    #[doc(alias = "880608")]
    #[code(
        880608,
        "num exceed limit",
        "Quantity exceeds the limit",
        description_zh = "成员数量超出限制"
    )]
    NumExceedLimit,
    /// `880609`: A user on the list has reached the limit of groups.
    #[doc(alias = "880609")]
    #[code(
        880609,
        "amount of group exceed member limit",
        "There is the user in the member list whose number of group exceeds the limit",
        description_zh = "成员列表中有群组数量已达上限的用户"
    )]
    AmountOfGroupExceedMemberLimit,
    /// `880610`: The user is already in the group.
    #[doc(alias = "880610")]
    #[code(
        880610,
        "user already in the group",
        "The user is already in the group",
        description_zh = "用户已在群组中"
    )]
    UserAlreadyInGroup,
    /// `880611`: A group of this type does not support the operation.
    #[doc(alias = "880611")]
    #[code(
        880611,
        "group type not support",
        "Group type does not support this operation",
        description_zh = "该类型的群组不支持此操作"
    )]
    GroupTypeNotSupport,
    /// `880612`: The request to join has already been processed.
    #[doc(alias = "880612")]
    #[code(
        880612,
        "this request already process",
        "Already processed",
        description_zh = "该申请已处理"
    )]
    RequestAlreadyProcessed,
    /// `880614`: The user may not do this.
    #[doc(alias = "880614")]
    #[code(880614, "no permission", "No permission to operate", description_zh = "没有操作权限")]
    NoPermission,

    // Removing members of a group.
    /// `880704`: The user may not remove members from the group.
    #[doc(alias = "880704")]
    #[code(
        880704,
        "user not permitted delete member of group",
        "The user did not have the permission to delete group members",
        description_zh = "没有移除群组成员的权限"
    )]
    UserNotPermittedDeleteMemberOfGroup,
    /// `880705`: A user on the list may not be removed from the group.
    #[doc(alias = "880705")]
    #[code(
        880705,
        "member of group not permitted deleted",
        "There is the user in the member list who does not have permission to delete",
        description_zh = "成员列表中有不允许移出群组的用户"
    )]
    MemberOfGroupNotPermittedDeleted,

    // Adding to the blacklist.
    /// `880903`: A user on the list may not be added to the blacklist. No one was added.
    #[doc(alias = "880903")]
    #[code(
        880903,
        "member not permitted added",
        "There is the user in the member list who cannot be added and the addition fails.",
        description_zh = "成员列表中有不允许加入黑名单的用户，添加失败"
    )]
    MemberNotPermittedAdded,
    /// `880904`: The user is already in the blacklist.
    #[doc(alias = "880904")]
    #[code(880904, "repeated added member", "Repeatedly added", description_zh = "请勿重复添加")]
    RepeatedAddedMember,

    // Do-not-disturb.
    /// `881101`: Do-not-disturb is already on for the user.
    #[doc(alias = "881101")]
    #[code(
        881101,
        "member already set",
        "The member is already in the DND status",
        description_zh = "已对该用户开启免打扰"
    )]
    DoNotDisturbMemberAlreadySet,
    /// `881102`: Do-not-disturb is not on for the user.
    #[doc(alias = "881102")]
    #[code(
        881102,
        "member never set",
        "The member is not in the DND status",
        description_zh = "未对该用户开启免打扰"
    )]
    DoNotDisturbMemberNeverSet,
    /// `881105`: Do-not-disturb is already on for the group.
    #[doc(alias = "881105")]
    #[code(
        881105,
        "group already set",
        "The group is already in the DND status",
        description_zh = "已对该群组开启免打扰"
    )]
    DoNotDisturbGroupAlreadySet,
    /// `881106`: Do-not-disturb is not on for the group.
    #[doc(alias = "881106")]
    #[code(
        881106,
        "group never set",
        "The group is not in the DND status",
        description_zh = "未对该群组开启免打扰"
    )]
    DoNotDisturbGroupNeverSet,
    /// `881107`: Do-not-disturb is already on for everything.
    #[doc(alias = "881107")]
    #[code(881107, "already set", "Has set Do-Not-Disturb", description_zh = "已开启全局免打扰")]
    DoNotDisturbAlreadySet,
    /// `881108`: Do-not-disturb is not on for everything.
    #[doc(alias = "881108")]
    #[code(881108, "never set", "Not set Do-Not-Disturb", description_zh = "未开启全局免打扰")]
    DoNotDisturbNeverSet,

    // Blocking a group.
    /// `881203`: The group is already blocked.
    #[doc(alias = "881203")]
    #[code(881203, "group already set", "Already set up blocking", description_zh = "已屏蔽该群组")]
    BlockingGroupAlreadySet,
    /// `881204`: The group is not blocked.
    #[doc(alias = "881204")]
    #[code(
        881204,
        "group never set",
        "Not set up group blocking yet",
        description_zh = "未屏蔽该群组"
    )]
    BlockingGroupNeverSet,

    // Friends.
    /// `881302`: The user is already a friend.
    #[doc(alias = "881302")]
    #[code(881302, "already is friend", "Already a friend", description_zh = "对方已是好友")]
    AlreadyIsFriend,
    /// `881303`: The user is not a friend.
    #[doc(alias = "881303")]
    #[code(881303, "user not friend", "Non-friendship", description_zh = "对方不是好友")]
    UserNotFriend,
    /// `881304`: The note on a friend is not valid.
    #[doc(alias = "881304")]
    #[code(881304, "invalid friend memo", "Illegal note", description_zh = "好友备注无效")]
    InvalidFriendMemo,
    /// `881305`: The friend was not added, because the invitation is not valid.
    #[doc(alias = "881305")]
    #[code(
        881305,
        "Invitation event is not valid",
        "Failed to add friends: Invalid invitation event",
        description_zh = "好友邀请无效，添加好友失败"
    )]
    InvitationEventIsNotValid,

    // Retracting a message.
    /// `881401`: The message is too old to be retracted.
    #[doc(alias = "881401")]
    #[code(881401, "out of time", "Exceed the withdrawal time", description_zh = "已超过撤回时限")]
    OutOfTime,
    /// `881402`: Only its sender may retract a message.
    #[doc(alias = "881402")]
    #[code(
        881402,
        "request user is not message sender",
        "The requesting withdraw party is not the sender of the message",
        description_zh = "只有发送者可以撤回消息"
    )]
    RequestUserIsNotMessageSender,
    /// `881403`: The message to retract does not exist.
    #[doc(alias = "881403")]
    #[code(
        881403,
        "request message not exist",
        "Message does not exist",
        description_zh = "消息不存在"
    )]
    RequestMessageNotExist,
    /// `881404`: The message has already been retracted.
    #[doc(alias = "881404")]
    #[code(
        881404,
        "message already retract",
        "Has been withdrawn already",
        description_zh = "消息已撤回"
    )]
    MessageAlreadyRetract,

    // Chat rooms.
    /// `881501`: The user is not in the chat room.
    #[doc(alias = "881501")]
    #[code(
        881501,
        "user not in chatroom",
        "The user is not in the chat room",
        description_zh = "用户不在聊天室中"
    )]
    UserNotInChatroom,
    /// `881502`: The user may not send messages in the chat room.
    #[doc(alias = "881502")]
    #[code(
        881502,
        "user baned to post",
        "The user is forbidden to send messages",
        description_zh = "用户已被禁言"
    )]
    UserBannedToPost,
    /// `881503`: The chat room does not exist.
    #[doc(alias = "881503")]
    #[code(
        881503,
        "chatroom not exist",
        "Chat room does not exist",
        description_zh = "聊天室不存在"
    )]
    ChatroomNotExist,
    /// `881504`: The message is too long for the chat room.
    #[doc(alias = "881504")]
    #[code(
        881504,
        "length of chatroom message exceed limit",
        "Message length exceeds the limit",
        description_zh = "消息长度超出限制"
    )]
    LengthOfChatroomMessageExceedLimit,
    /// `881507`: The user is already in the chat room.
    #[doc(alias = "881507")]
    #[code(
        881507,
        "member has in the chatroom",
        "The user is already in the chat room",
        description_zh = "用户已在聊天室中"
    )]
    MemberHasInTheChatroom,
    /// `881508`: The limit of chat rooms is reached.
    #[doc(alias = "881508")]
    #[code(
        881508,
        "amount of member exceed chatroom limit",
        "Exceed the number of chat rooms",
        description_zh = "聊天室数量已达上限"
    )]
    AmountOfMemberExceedChatroomLimit,
    /// `881509`: The message has a wrong format.
    #[doc(alias = "881509")]
    #[code(881509, "msg format err", "Wrong message format", description_zh = "消息格式错误")]
    MsgFormatError,

    // Transparent commands.
    /// `881602`: The user to send the command to is not logged in.
    #[doc(alias = "881602")]
    #[code(
        881602,
        "target user not login",
        "The target user is not logged in",
        description_zh = "目标用户未登录"
    )]
    TargetUserNotLogin,
    /// `881604`: The transparent command is too long.
    #[doc(alias = "881604")]
    #[code(
        881604,
        "length of trans cmd exceed limit",
        "Message length exceeds the limit",
        description_zh = "透传命令长度超出限制"
    )]
    LengthOfTransCmdExceedLimit,

    // Administrators of a group.
    /// `881701`: The user is not an administrator of the group.
    #[doc(alias = "881701")]
    #[code(
        881701,
        "user not admin",
        "The user is not a group administrator",
        description_zh = "用户不是群组管理员"
    )]
    UserNotAdmin,

    // The server.
    /// `882001`: The server failed.
    #[doc(alias = "882001")]
    #[code(
        882001,
        "server internal error",
        "Internal system error",
        description_zh = "服务器内部错误"
    )]
    ServerInternalError,
    /// `882002`: The server refused the operation, and the cause depends on the operation. In a
    /// registration the name is taken; when you look a user up there is no such user; when you
    /// change a password the old one is wrong. It can also be an invalid user or group id.
    #[doc(alias = "882002")]
    #[code(
        882002,
        "user exit，no such user，password error，uid invalid，gid invalid",
        "Depend on the operation",
        description_zh = "操作失败"
    )]
    ServerOperationRefused,
    /// `882003`: The server refused a parameter of the call. If the SDK refuses one, the code is
    /// [`SdkInvalidParameter`](Self::SdkInvalidParameter).
    #[doc(alias = "882003")]
    #[code(882003, "invalid parameter", "The parameter is illegal", description_zh = "参数无效")]
    ServerInvalidParameter,
    /// `882004`: The authorization is not valid.
    #[doc(alias = "882004")]
    #[code(882004, "auth fail", "Invalid authorization", description_zh = "授权无效")]
    AuthFail,
    /// `882005`: The server is busy. Try again later.
    #[doc(alias = "882005")]
    #[code(
        882005,
        "response time out，try again later",
        "The system is busy and try again later",
        description_zh = "系统繁忙，请稍后再试"
    )]
    ResponseTimeOut,

    /// A code that the table does not list; the vendor may have added it since.
    ///
    /// Only conversions make it, and never for a listed code.
    #[code(other, "unlisted error", "Error code that is not listed", description_zh = "未知错误码")]
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
