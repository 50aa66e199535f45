//! The error codes of the JMessage Web SDK.

use crate::{ErrorCatalog, Unlisted};

/// The error codes of the JMessage (Jiguang IM) Web SDK.
///
/// The vendor's SDKs for Windows and for mini-programs use the same codes.
///
/// ```
/// use jmessage_codes::WebCode;
///
/// let code = WebCode::from(880203);
/// assert_eq!(code, WebCode::TargetUserNotExist);
/// assert_eq!(code.message(), "target user not exist");
/// assert_eq!(code.to_string(), "Target user does not exist (880203)");
/// assert_eq!("880203".parse(), Ok(WebCode::TargetUserNotExist));
///
/// // A number that the table does not list.
/// let code = WebCode::from(881999);
/// assert!(matches!(code, WebCode::Other(unlisted) if unlisted == 881999));
/// assert_eq!(code.code(), 881999);
/// ```
///
/// The texts are the vendor's, to the byte. Where the vendor misspells a word,
/// the variant's name has the right spelling. The variants have the order of the
/// vendor's document, which is also the order of the codes.
///
/// # Operations
///
/// The first four digits of a code name the operation that failed: `8800` the
/// SDK and its parameters, `8801` login, `8802` sending, `8804` creating a group,
/// `8806` adding or approving members, `8807` removing members, `8809` adding to
/// the blacklist, `8811` do-not-disturb, `8812` blocking a group, `8813` friends,
/// `8814` retracting a message, `8815` chat rooms, `8816` transparent commands,
/// `8817` group administrators, `8820` the server.
///
/// # The table
///
#[doc = include_str!("web.md")]
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ErrorCatalog, thiserror::Error,
)]
#[error("{} ({})", self.description(), self.code())]
#[cfg_attr(feature = "serde", catalog(serde))]
#[non_exhaustive]
pub enum WebCode {
    /// `0`: The request succeeded.
    #[doc(alias = "0")]
    #[code(0, "success", "Successful request", success)]
    Success,

    // The SDK and its parameters.
    /// `880001`: The SDK failed in a way that it has no code for.
    #[doc(alias = "880001")]
    #[code(880001, "missing error", "Unknown error code")]
    MissingError,
    /// `880002`: The SDK refused a parameter of the call. If the server refuses one, the code is
    /// [`ServerInvalidParameter`](Self::ServerInvalidParameter).
    #[doc(alias = "880002")]
    #[code(880002, "invalid parameter", "The parameter is illegal")]
    SdkInvalidParameter,
    /// `880003`: The content of a value has the wrong format.
    #[doc(alias = "880003")]
    #[code(880003, "invalid value", "Illegal content format")]
    InvalidValue,
    /// `880004`: A value has the wrong type.
    #[doc(alias = "880004")]
    #[code(880004, "invalid type", "Illegal content format")]
    InvalidType,
    /// `880005`: The file to send does not exist.
    #[doc(alias = "880005")]
    #[code(880005, "file not exist", "File does not exist")]
    FileNotExist,
    /// `880006`: A user is logged in. Log out before you register another.
    #[doc(alias = "880006")]
    #[code(880006, "login out before register", "Sign out before registering")]
    LogoutBeforeRegister,
    /// `880007`: The number of registrations is limited.
    #[doc(alias = "880007")]
    #[code(880007, "register limit", "Limited registration")]
    RegisterLimit,
    /// `880008`: The `msg_id` is not valid.
    #[doc(alias = "880008")]
    #[code(880008, "msg_id not valid", "Msg_id is illegal")]
    MsgIdNotValid,

    // Logging in.
    /// `880101`: The `appkey` does not exist.
    #[doc(alias = "880101")]
    #[code(880101, "appkey not exist", "Appkey does not exist")]
    AppkeyNotExist,
    /// `880102`: The signature is wrong.
    #[doc(alias = "880102")]
    #[code(880102, "signatu fail", "Signature error")]
    SignatureFail,
    /// `880103`: The user does not exist. Register the user and log in again.
    #[doc(alias = "880103")]
    #[code(880103, "user not exist", "User does not exist")]
    UserNotExist,
    /// `880104`: The password is wrong.
    #[doc(alias = "880104")]
    #[code(880104, "invalid password", "Wrong password")]
    InvalidPassword,
    /// `880106`: The signature has expired. Sign again and log in again. (If the account is
    /// disabled, the code is [`UserDisabled`](Self::UserDisabled).)
    #[doc(alias = "880106")]
    #[code(880106, "signatu is expire", "Signature expired")]
    SignatureExpired,
    /// `880107`: A user is already logged in. Log out first to log in as another.
    #[doc(alias = "880107")]
    #[code(880107, "already login,please login out before login", "Already logged in")]
    AlreadyLogin,
    /// `880109`: The same login is already under way.
    #[doc(alias = "880109")]
    #[code(880109, "repetitive operation", "Repeated login operation")]
    RepetitiveOperation,
    /// `880110`: Being online over several channels failed, because the SDK is too old for it.
    #[doc(alias = "880110")]
    #[code(
        880110,
        "multi channel online error,please update your sdk version",
        "Multichannel error, please update sdk version"
    )]
    MultiChannelOnlineError,
    /// `880111`: The account of the user is disabled.
    #[doc(alias = "880111")]
    #[code(880111, "user disabled", "User is disabled")]
    UserDisabled,

    // Sending.
    /// `880203`: The user to send to does not exist.
    #[doc(alias = "880203")]
    #[code(880203, "target user not exist", "Target user does not exist")]
    TargetUserNotExist,
    /// `880204`: The group to send to does not exist.
    #[doc(alias = "880204")]
    #[code(880204, "target group not exist", "Target group does not exist")]
    TargetGroupNotExist,
    /// `880205`: The sender is not in the group.
    #[doc(alias = "880205")]
    #[code(880205, "user not in group", "User not in group")]
    UserNotInGroup,
    /// `880206`: The message is too long.
    #[doc(alias = "880206")]
    #[code(880206, "length of message exceed limit", "Message size exceeds the limit")]
    LengthOfMessageExceedLimit,
    /// `880207`: The recipient has blacklisted the sender.
    #[doc(alias = "880207")]
    #[code(880207, "user in blacklist", "User in blacklist")]
    UserInBlacklist,
    /// `880208`: The message contains sensitive words.
    #[doc(alias = "880208")]
    #[code(880208, "message is sensitive", "Message contains sensitive words")]
    MessageIsSensitive,
    /// `880209`: Messages are sent too fast. Try again later.
    #[doc(alias = "880209")]
    #[code(880209, "beyond the frequency limit", "Sending speed exceeds the limit")]
    BeyondFrequencyLimit,
    /// `880210`: The file is too large.
    #[doc(alias = "880210")]
    #[code(880210, "file size exceed the limit", "File size exceeds the limit")]
    FileSizeExceedLimit,
    /// `880212`: The sender is banned from sending messages.
    #[doc(alias = "880212")]
    #[code(880212, "can not chat while silent", "Banned")]
    CanNotChatWhileSilent,

    // Creating a group.
    /// `880402`: The user may not create a group.
    #[doc(alias = "880402")]
    #[code(880402, "not permitted to create group", "No permission to create a group")]
    NotPermittedToCreateGroup,
    /// `880403`: The user has reached the limit of groups.
    #[doc(alias = "880403")]
    #[code(880403, "amount of group exceed limit", "The number of groups reaches the upper limit")]
    AmountOfGroupExceedLimit,
    /// `880404`: The name of the group is too long. The group was not created.
    #[doc(alias = "880404")]
    #[code(
        880404,
        "length of group name exceed limit",
        "Length of group name exceeds the limit, and the creation fails."
    )]
    LengthOfGroupNameExceedLimit,
    /// `880405`: The description of the group is too long.
    #[doc(alias = "880405")]
    #[code(
        880405,
        "length of group desc exceed limit",
        "Length of group description exceeds the limit"
    )]
    LengthOfGroupDescExceedLimit,

    // Adding or approving members of a group.
    /// `880602`: The list of members to add is empty.
    #[doc(alias = "880602")]
    #[code(880602, "zero member", "Target is empty")]
    ZeroMember,
    /// `880604`: The user may not add members to the group.
    #[doc(alias = "880604")]
    #[code(880604, "user not permitted add member to group", "No permission to add group members")]
    UserNotPermittedAddMemberToGroup,
    /// `880606`: A user on the list may not be added to the group.
    #[doc(alias = "880606")]
    #[code(
        880606,
        "member not permitted added to group",
        "There is the user in the member list that has not been added to the group"
    )]
    MemberNotPermittedAddedToGroup,
    /// `880607`: The same members have already been added.
    #[doc(alias = "880607")]
    #[code(880607, "repeated added", "Repeatedly added")]
    RepeatedAdded,
    /// `880608`: There are too many members.
    #[doc(alias = "880608")]
    #[code(880608, "num exceed limit", "Quantity exceeds the limit")]
    NumExceedLimit,
    /// `880609`: A user on the list has reached the limit of groups.
    #[doc(alias = "880609")]
    #[code(
        880609,
        "amount of group exceed member limit",
        "There is the user in the member list whose number of group exceeds the limit"
    )]
    AmountOfGroupExceedMemberLimit,
    /// `880610`: The user is already in the group.
    #[doc(alias = "880610")]
    #[code(880610, "user already in the group", "The user is already in the group")]
    UserAlreadyInGroup,
    /// `880611`: A group of this type does not support the operation.
    #[doc(alias = "880611")]
    #[code(880611, "group type not support", "Group type does not support this operation")]
    GroupTypeNotSupport,
    /// `880612`: The request to join has already been processed.
    #[doc(alias = "880612")]
    #[code(880612, "this request already process", "Already processed")]
    RequestAlreadyProcessed,
    /// `880614`: The user may not do this.
    #[doc(alias = "880614")]
    #[code(880614, "no permission", "No permission to operate")]
    NoPermission,

    // Removing members of a group.
    /// `880704`: The user may not remove members from the group.
    #[doc(alias = "880704")]
    #[code(
        880704,
        "user not permitted delete member of group",
        "The user did not have the permission to delete group members"
    )]
    UserNotPermittedDeleteMemberOfGroup,
    /// `880705`: A user on the list may not be removed from the group.
    #[doc(alias = "880705")]
    #[code(
        880705,
        "member of group not permitted deleted",
        "There is the user in the member list who does not have permission to delete"
    )]
    MemberOfGroupNotPermittedDeleted,

    // Adding to the blacklist.
    /// `880903`: A user on the list may not be added to the blacklist. No one was added.
    #[doc(alias = "880903")]
    #[code(
        880903,
        "member not permitted added",
        "There is the user in the member list who cannot be added and the addition fails."
    )]
    MemberNotPermittedAdded,
    /// `880904`: The user is already in the blacklist.
    #[doc(alias = "880904")]
    #[code(880904, "repeated added member", "Repeatedly added")]
    RepeatedAddedMember,

    // Do-not-disturb.
    /// `881101`: Do-not-disturb is already on for the user.
    #[doc(alias = "881101")]
    #[code(881101, "member already set", "The member is already in the DND status")]
    DoNotDisturbMemberAlreadySet,
    /// `881102`: Do-not-disturb is not on for the user.
    #[doc(alias = "881102")]
    #[code(881102, "member never set", "The member is not in the DND status")]
    DoNotDisturbMemberNeverSet,
    /// `881105`: Do-not-disturb is already on for the group.
    #[doc(alias = "881105")]
    #[code(881105, "group already set", "The group is already in the DND status")]
    DoNotDisturbGroupAlreadySet,
    /// `881106`: Do-not-disturb is not on for the group.
    #[doc(alias = "881106")]
    #[code(881106, "group never set", "The group is not in the DND status")]
    DoNotDisturbGroupNeverSet,
    /// `881107`: Do-not-disturb is already on for everything.
    #[doc(alias = "881107")]
    #[code(881107, "already set", "Has set Do-Not-Disturb")]
    DoNotDisturbAlreadySet,
    /// `881108`: Do-not-disturb is not on for everything.
    #[doc(alias = "881108")]
    #[code(881108, "never set", "Not set Do-Not-Disturb")]
    DoNotDisturbNeverSet,

    // Blocking a group.
    /// `881203`: The group is already blocked.
    #[doc(alias = "881203")]
    #[code(881203, "group already set", "Already set up blocking")]
    BlockingGroupAlreadySet,
    /// `881204`: The group is not blocked.
    #[doc(alias = "881204")]
    #[code(881204, "group never set", "Not set up group blocking yet")]
    BlockingGroupNeverSet,

    // Friends.
    /// `881302`: The user is already a friend.
    #[doc(alias = "881302")]
    #[code(881302, "already is friend", "Already a friend")]
    AlreadyIsFriend,
    /// `881303`: The user is not a friend.
    #[doc(alias = "881303")]
    #[code(881303, "user not friend", "Non-friendship")]
    UserNotFriend,
    /// `881304`: The note on a friend is not valid.
    #[doc(alias = "881304")]
    #[code(881304, "invalid friend memo", "Illegal note")]
    InvalidFriendMemo,
    /// `881305`: The friend was not added, because the invitation is not valid.
    #[doc(alias = "881305")]
    #[code(
        881305,
        "Invitation event is not valid",
        "Failed to add friends: Invalid invitation event"
    )]
    InvitationEventIsNotValid,

    // Retracting a message.
    /// `881401`: The message is too old to be retracted.
    #[doc(alias = "881401")]
    #[code(881401, "out of time", "Exceed the withdrawal time")]
    OutOfTime,
    /// `881402`: Only its sender may retract a message.
    #[doc(alias = "881402")]
    #[code(
        881402,
        "request user is not message sender",
        "The requesting withdraw party is not the sender of the message"
    )]
    RequestUserIsNotMessageSender,
    /// `881403`: The message to retract does not exist.
    #[doc(alias = "881403")]
    #[code(881403, "request message not exist", "Message does not exist")]
    RequestMessageNotExist,
    /// `881404`: The message has already been retracted.
    #[doc(alias = "881404")]
    #[code(881404, "message already retract", "Has been withdrawn already")]
    MessageAlreadyRetract,

    // Chat rooms.
    /// `881501`: The user is not in the chat room.
    #[doc(alias = "881501")]
    #[code(881501, "user not in chatroom", "The user is not in the chat room")]
    UserNotInChatroom,
    /// `881502`: The user may not send messages in the chat room.
    #[doc(alias = "881502")]
    #[code(881502, "user baned to post", "The user is forbidden to send messages")]
    UserBannedToPost,
    /// `881503`: The chat room does not exist.
    #[doc(alias = "881503")]
    #[code(881503, "chatroom not exist", "Chat room does not exist")]
    ChatroomNotExist,
    /// `881504`: The message is too long for the chat room.
    #[doc(alias = "881504")]
    #[code(881504, "length of chatroom message exceed limit", "Message length exceeds the limit")]
    LengthOfChatroomMessageExceedLimit,
    /// `881507`: The user is already in the chat room.
    #[doc(alias = "881507")]
    #[code(881507, "member has in the chatroom", "The user is already in the chat room")]
    MemberHasInTheChatroom,
    /// `881508`: The limit of chat rooms is reached.
    #[doc(alias = "881508")]
    #[code(881508, "amount of member exceed chatroom limit", "Exceed the number of chat rooms")]
    AmountOfMemberExceedChatroomLimit,
    /// `881509`: The message has a wrong format.
    #[doc(alias = "881509")]
    #[code(881509, "msg format err", "Wrong message format")]
    MsgFormatError,

    // Transparent commands.
    /// `881602`: The user to send the command to is not logged in.
    #[doc(alias = "881602")]
    #[code(881602, "target user not login", "The target user is not logged in")]
    TargetUserNotLogin,
    /// `881604`: The transparent command is too long.
    #[doc(alias = "881604")]
    #[code(881604, "length of trans cmd exceed limit", "Message length exceeds the limit")]
    LengthOfTransCmdExceedLimit,

    // Administrators of a group.
    /// `881701`: The user is not an administrator of the group.
    #[doc(alias = "881701")]
    #[code(881701, "user not admin", "The user is not a group administrator")]
    UserNotAdmin,

    // The server.
    /// `882001`: The server failed.
    #[doc(alias = "882001")]
    #[code(882001, "server internal error", "Internal system error")]
    ServerInternalError,
    /// `882002`: The server refused the operation, and the cause depends on the operation. In a
    /// registration the name is taken; when you look a user up there is no such user; when you
    /// change a password the old one is wrong. It can also be an invalid user or group id.
    #[doc(alias = "882002")]
    #[code(
        882002,
        "user exit，no such user，password error，uid invalid，gid invalid",
        "Depend on the operation"
    )]
    ServerOperationRefused,
    /// `882003`: The server refused a parameter of the call. If the SDK refuses one, the code is
    /// [`SdkInvalidParameter`](Self::SdkInvalidParameter).
    #[doc(alias = "882003")]
    #[code(882003, "invalid parameter", "The parameter is illegal")]
    ServerInvalidParameter,
    /// `882004`: The authorization is not valid.
    #[doc(alias = "882004")]
    #[code(882004, "auth fail", "Invalid authorization")]
    AuthFail,
    /// `882005`: The server is busy. Try again later.
    #[doc(alias = "882005")]
    #[code(882005, "response time out，try again later", "The system is busy and try again later")]
    ResponseTimeOut,

    /// A code that the table does not list; the vendor may have added it since.
    ///
    /// Only conversions make it, and never for a listed code.
    #[code(other, "unlisted error", "Error code that is not listed")]
    Other(Unlisted<Self>),
}
