//! The error codes of the JMessage Web SDK.

use crate::ErrorCatalog;

/// The error codes of the JMessage (Jiguang IM) Web SDK.
///
/// The table is the vendor's own, with its texts kept to the byte; where the
/// vendor misspells, the variant's name does not. The vendor's SDKs for Windows
/// and for mini-programs use the same codes.
///
/// The first four digits of a code name the operation that failed: `8800` the
/// SDK and its parameters, `8801` logging in, `8802` sending, `8804` creating a
/// group, `8806` adding or approving members, `8807` removing members, `8809`
/// adding to the blacklist, `8811` do-not-disturb, `8812` blocking a group,
/// `8813` friends, `8814` retracting a message, `8815` chat rooms, `8816`
/// transparent commands, `8817` administrators of a group, `8820` the server.
///
/// Every number has a value: one that the table does not list becomes
/// [`Other`](Self::Other).
///
/// ```
/// use jmessage_codes::WebCode;
///
/// let code = WebCode::from(880203);
/// assert_eq!(code, WebCode::TargetUserNotExist);
/// assert_eq!(code.message(), "target user not exist");
/// assert_eq!(code.to_string(), "Target user does not exist (880203)");
///
/// assert_eq!(WebCode::from(881999), WebCode::Other(881999));
/// assert_eq!("880203".parse(), Ok(WebCode::TargetUserNotExist));
/// ```
///
/// Variants are ordered as in the vendor's document, which is the order of the
/// codes; [`Other`](Self::Other) comes last.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ErrorCatalog, thiserror::Error,
)]
#[error("{} ({})", self.description(), self.code())]
#[cfg_attr(feature = "serde", catalog(serde))]
#[non_exhaustive]
pub enum WebCode {
    /// The request succeeded; no error.
    #[code(0, "success", "Successful request", success)]
    Success,

    // The SDK and its parameters.
    /// The SDK met an error that it has no code for.
    #[code(880001, "missing error", "Unknown error code")]
    MissingError,
    /// The SDK refused a parameter of the call. When the server refuses one, it is
    /// [`ServerInvalidParameter`](Self::ServerInvalidParameter).
    #[code(880002, "invalid parameter", "The parameter is illegal")]
    SdkInvalidParameter,
    /// A value's content has an illegal format.
    #[code(880003, "invalid value", "Illegal content format")]
    InvalidValue,
    /// A value has an illegal type.
    #[code(880004, "invalid type", "Illegal content format")]
    InvalidType,
    /// The file to send does not exist.
    #[code(880005, "file not exist", "File does not exist")]
    FileNotExist,
    /// A user is logged in: log out before registering another.
    #[code(880006, "login out before register", "Sign out before registering")]
    LogoutBeforeRegister,
    /// Registration is limited.
    #[code(880007, "register limit", "Limited registration")]
    RegisterLimit,
    /// The `msg_id` is not a valid one.
    #[code(880008, "msg_id not valid", "Msg_id is illegal")]
    MsgIdNotValid,

    // Logging in.
    /// The `appkey` does not exist.
    #[code(880101, "appkey not exist", "Appkey does not exist")]
    AppkeyNotExist,
    /// The signature does not verify.
    #[code(880102, "signatu fail", "Signature error")]
    SignatureFail,
    /// The user does not exist; an app registers them.
    #[code(880103, "user not exist", "User does not exist")]
    UserNotExist,
    /// The password is wrong.
    #[code(880104, "invalid password", "Wrong password")]
    InvalidPassword,
    /// The signature has expired; an app signs anew and logs in again.
    #[code(880106, "signatu is expire", "Signature expired")]
    SignatureExpired,
    /// A user is logged in already; log out first.
    #[code(880107, "already login,please login out before login", "Already logged in")]
    AlreadyLogin,
    /// The login was repeated.
    #[code(880109, "repetitive operation", "Repeated login operation")]
    RepetitiveOperation,
    /// Being online over several channels failed; the SDK is too old for it.
    #[code(
        880110,
        "multi channel online error,please update your sdk version",
        "Multichannel error, please update sdk version"
    )]
    MultiChannelOnlineError,
    /// The user's account is disabled.
    #[code(880111, "user disabled", "User is disabled")]
    UserDisabled,

    // Sending.
    /// The user to send to does not exist.
    #[code(880203, "target user not exist", "Target user does not exist")]
    TargetUserNotExist,
    /// The group to send to does not exist.
    #[code(880204, "target group not exist", "Target group does not exist")]
    TargetGroupNotExist,
    /// The sender is not in the group.
    #[code(880205, "user not in group", "User not in group")]
    UserNotInGroup,
    /// The message is too long.
    #[code(880206, "length of message exceed limit", "Message size exceeds the limit")]
    LengthOfMessageExceedLimit,
    /// The sender is in the recipient's blacklist.
    #[code(880207, "user in blacklist", "User in blacklist")]
    UserInBlacklist,
    /// The message contains sensitive words.
    #[code(880208, "message is sensitive", "Message contains sensitive words")]
    MessageIsSensitive,
    /// Messages are sent too fast.
    #[code(880209, "beyond the frequency limit", "Sending speed exceeds the limit")]
    BeyondFrequencyLimit,
    /// The file is too large.
    #[code(880210, "file size exceed the limit", "File size exceeds the limit")]
    FileSizeExceedLimit,
    /// The sender is banned from speaking.
    #[code(880212, "can not chat while silent", "Banned")]
    CanNotChatWhileSilent,

    // Creating a group.
    /// The user may not create a group.
    #[code(880402, "not permitted to create group", "No permission to create a group")]
    NotPermittedToCreateGroup,
    /// The user has as many groups as allowed.
    #[code(880403, "amount of group exceed limit", "The number of groups reaches the upper limit")]
    AmountOfGroupExceedLimit,
    /// The group's name is too long; the group was not created.
    #[code(
        880404,
        "length of group name exceed limit",
        "Length of group name exceeds the limit, and the creation fails."
    )]
    LengthOfGroupNameExceedLimit,
    /// The group's description is too long.
    #[code(
        880405,
        "length of group desc exceed limit",
        "Length of group description exceeds the limit"
    )]
    LengthOfGroupDescExceedLimit,

    // Adding or approving members of a group.
    /// There is no one to add.
    #[code(880602, "zero member", "Target is empty")]
    ZeroMember,
    /// The user may not add members to the group.
    #[code(880604, "user not permitted add member to group", "No permission to add group members")]
    UserNotPermittedAddMemberToGroup,
    /// Someone on the list may not be added to the group.
    #[code(
        880606,
        "member not permitted added to group",
        "There is the user in the member list that has not been added to the group"
    )]
    MemberNotPermittedAddedToGroup,
    /// The same members were added already.
    #[code(880607, "repeated added", "Repeatedly added")]
    RepeatedAdded,
    /// There are too many members.
    #[code(880608, "num exceed limit", "Quantity exceeds the limit")]
    NumExceedLimit,
    /// Someone on the list is in as many groups as allowed.
    #[code(
        880609,
        "amount of group exceed member limit",
        "There is the user in the member list whose number of group exceeds the limit"
    )]
    AmountOfGroupExceedMemberLimit,
    /// The user is in the group already.
    #[code(880610, "user already in the group", "The user is already in the group")]
    UserAlreadyInGroup,
    /// A group of this type does not support the operation.
    #[code(880611, "group type not support", "Group type does not support this operation")]
    GroupTypeNotSupport,
    /// The request to join was processed already.
    #[code(880612, "this request already process", "Already processed")]
    RequestAlreadyProcessed,
    /// The user may not do this.
    #[code(880614, "no permission", "No permission to operate")]
    NoPermission,

    // Removing members of a group.
    /// The user may not remove members from the group.
    #[code(
        880704,
        "user not permitted delete member of group",
        "The user did not have the permission to delete group members"
    )]
    UserNotPermittedDeleteMemberOfGroup,
    /// Someone on the list may not be removed from the group.
    #[code(
        880705,
        "member of group not permitted deleted",
        "There is the user in the member list who does not have permission to delete"
    )]
    MemberOfGroupNotPermittedDeleted,

    // Adding to the blacklist.
    /// Someone on the list may not be added to the blacklist; no one was.
    #[code(
        880903,
        "member not permitted added",
        "There is the user in the member list who cannot be added and the addition fails."
    )]
    MemberNotPermittedAdded,
    /// The user is in the blacklist already.
    #[code(880904, "repeated added member", "Repeatedly added")]
    RepeatedAddedMember,

    // Do-not-disturb.
    /// The user is set to do-not-disturb already.
    #[code(881101, "member already set", "The member is already in the DND status")]
    DoNotDisturbMemberAlreadySet,
    /// The user is not set to do-not-disturb.
    #[code(881102, "member never set", "The member is not in the DND status")]
    DoNotDisturbMemberNeverSet,
    /// The group is set to do-not-disturb already.
    #[code(881105, "group already set", "The group is already in the DND status")]
    DoNotDisturbGroupAlreadySet,
    /// The group is not set to do-not-disturb.
    #[code(881106, "group never set", "The group is not in the DND status")]
    DoNotDisturbGroupNeverSet,
    /// Do-not-disturb is set for everything already.
    #[code(881107, "already set", "Has set Do-Not-Disturb")]
    DoNotDisturbAlreadySet,
    /// Do-not-disturb is not set for everything.
    #[code(881108, "never set", "Not set Do-Not-Disturb")]
    DoNotDisturbNeverSet,

    // Blocking a group.
    /// The group is blocked already.
    #[code(881203, "group already set", "Already set up blocking")]
    BlockingGroupAlreadySet,
    /// The group is not blocked.
    #[code(881204, "group never set", "Not set up group blocking yet")]
    BlockingGroupNeverSet,

    // Friends.
    /// The user is a friend already.
    #[code(881302, "already is friend", "Already a friend")]
    AlreadyIsFriend,
    /// The user is not a friend.
    #[code(881303, "user not friend", "Non-friendship")]
    UserNotFriend,
    /// The note on a friend is not a legal one.
    #[code(881304, "invalid friend memo", "Illegal note")]
    InvalidFriendMemo,
    /// The friend was not added: the invitation is not a valid one.
    #[code(
        881305,
        "Invitation event is not valid",
        "Failed to add friends: Invalid invitation event"
    )]
    InvitationEventIsNotValid,

    // Retracting a message.
    /// The message is too old to be retracted.
    #[code(881401, "out of time", "Exceed the withdrawal time")]
    OutOfTime,
    /// Only its sender may retract a message.
    #[code(
        881402,
        "request user is not message sender",
        "The requesting withdraw party is not the sender of the message"
    )]
    RequestUserIsNotMessageSender,
    /// The message to retract does not exist.
    #[code(881403, "request message not exist", "Message does not exist")]
    RequestMessageNotExist,
    /// The message was retracted already.
    #[code(881404, "message already retract", "Has been withdrawn already")]
    MessageAlreadyRetract,

    // Chat rooms.
    /// The user is not in the chat room.
    #[code(881501, "user not in chatroom", "The user is not in the chat room")]
    UserNotInChatroom,
    /// The user is forbidden to speak in the chat room.
    #[code(881502, "user baned to post", "The user is forbidden to send messages")]
    UserBannedToPost,
    /// The chat room does not exist.
    #[code(881503, "chatroom not exist", "Chat room does not exist")]
    ChatroomNotExist,
    /// The message is too long for the chat room.
    #[code(881504, "length of chatroom message exceed limit", "Message length exceeds the limit")]
    LengthOfChatroomMessageExceedLimit,
    /// The user is in the chat room already.
    #[code(881507, "member has in the chatroom", "The user is already in the chat room")]
    MemberHasInTheChatroom,
    /// The limit of the chat rooms is reached.
    #[code(881508, "amount of member exceed chatroom limit", "Exceed the number of chat rooms")]
    AmountOfMemberExceedChatroomLimit,
    /// The message has a wrong format.
    #[code(881509, "msg format err", "Wrong message format")]
    MsgFormatError,

    // Transparent commands.
    /// The user to send the command to is not logged in.
    #[code(881602, "target user not login", "The target user is not logged in")]
    TargetUserNotLogin,
    /// The transparent command is too long.
    #[code(881604, "length of trans cmd exceed limit", "Message length exceeds the limit")]
    LengthOfTransCmdExceedLimit,

    // Administrators of a group.
    /// The user is not an administrator of the group.
    #[code(881701, "user not admin", "The user is not a group administrator")]
    UserNotAdmin,

    // The server.
    /// The server met an internal error.
    #[code(882001, "server internal error", "Internal system error")]
    ServerInternalError,
    /// The server refused the operation, for one of several causes that depends on the call: the
    /// user has left, no such user, a wrong password, an invalid user or group id.
    #[code(
        882002,
        "user exit，no such user，password error，uid invalid，gid invalid",
        "Depend on the operation"
    )]
    ServerOperationRefused,
    /// The server refused a parameter of the call. When the SDK refuses one, it is
    /// [`SdkInvalidParameter`](Self::SdkInvalidParameter).
    #[code(882003, "invalid parameter", "The parameter is illegal")]
    ServerInvalidParameter,
    /// The authorization is not valid.
    #[code(882004, "auth fail", "Invalid authorization")]
    AuthFail,
    /// The server is busy; try again later.
    #[code(882005, "response time out，try again later", "The system is busy and try again later")]
    ResponseTimeOut,

    /// A code that the table does not list, which the vendor may have added
    /// since.
    ///
    /// Conversions never put a listed code here. Writing `Other(880203)` by hand
    /// makes a value that is not equal to
    /// [`TargetUserNotExist`](Self::TargetUserNotExist); write
    /// `WebCode::from(880203)` instead.
    #[code(other, "unlisted error", "Error code that is not listed")]
    Other(u32),
}
