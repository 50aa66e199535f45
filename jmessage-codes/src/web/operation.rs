//! The operation that a code belongs to.

use core::fmt;

macro_rules! operations {
    ($($(#[$documentation:meta])* $digits:pat => $name:ident, $description:literal, $description_zh:literal;)*) => {
        /// What an app was doing when it got a code, by the first four of the code's six digits.
        ///
        /// Returned by [`WebCode::operation`](crate::WebCode::operation). `Display` writes the
        /// [`description`](Self::description). With the feature `serde` it is serialized as
        /// the name of the variant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Operation {
            $($(#[$documentation])* $name,)*
        }

        impl Operation {
            /// The operation of a code, listed or not; `None` if its first four digits belong to
            /// no operation.
            ///
            /// ```
            /// use jmessage_codes::Operation;
            ///
            /// assert_eq!(Operation::of_code(880299), Some(Operation::Send));
            /// assert_eq!(Operation::of_code(404), None);
            /// ```
            #[must_use]
            pub const fn of_code(code: u32) -> Option<Self> {
                match code / 100 {
                    $($digits => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// What the app was doing, in English.
            ///
            /// ```
            /// use jmessage_codes::Operation;
            ///
            /// assert_eq!(Operation::Send.description(), "sending a message");
            /// ```
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$name => $description,)*
                }
            }

            /// What the app was doing, in Chinese.
            ///
            /// ```
            /// use jmessage_codes::Operation;
            ///
            /// assert_eq!(Operation::Send.description_zh(), "发送消息");
            /// ```
            #[must_use]
            pub const fn description_zh(self) -> &'static str {
                match self {
                    $(Self::$name => $description_zh,)*
                }
            }
        }

        #[cfg(feature = "serde")]
        crate::by_name::serde_by_name!(
            Operation,
            "the name of an operation, such as Send",
            |operation| match operation {
                $(Operation::$name => stringify!($name),)*
            },
            [$(Operation::$name),*]
        );
    };
}

operations! {
    /// `8800`: calling the SDK, with its parameters.
    8800 => Sdk, "calling the SDK", "调用 SDK";
    /// `8801`: logging in.
    8801 => Login, "login", "登录";
    /// `8802`: sending a message.
    8802 => Send, "sending a message", "发送消息";
    /// `8804`: creating a group.
    8804 => CreateGroup, "creating a group", "创建群组";
    /// `8805`: leaving a group.
    8805 => LeaveGroup, "leaving a group", "退出群组";
    /// `8806`: adding members to a group, or approving them.
    8806 => AddMember, "adding group members", "添加群组成员";
    /// `8807`: removing members of a group.
    8807 => RemoveMember, "removing group members", "移除群组成员";
    /// `8808`: changing the name or the description of a group.
    8808 => ChangeGroup, "changing a group", "修改群组信息";
    /// `8809`: adding users to the blacklist.
    8809 => Blacklist, "adding to the blacklist", "加入黑名单";
    /// `8810`: removing users from the blacklist.
    8810 => Unblacklist, "removing from the blacklist", "移出黑名单";
    /// `8811`: setting do-not-disturb.
    8811 => DoNotDisturb, "do-not-disturb", "免打扰";
    /// `8812`: blocking the messages of a group.
    8812 => BlockGroup, "blocking a group", "屏蔽群组";
    /// `8813`, once `8803`: adding friends and describing them.
    8803 | 8813 => Friend, "friends", "好友";
    /// `8814`: retracting a message.
    8814 => Retract, "retracting a message", "撤回消息";
    /// `8815`: entering a chat room, and sending there.
    8815 => ChatRoom, "chat room", "聊天室";
    /// `8816`: sending a transparent command.
    8816 => TransparentCommand, "transparent command", "透传命令";
    /// `8817`: managing the administrators of a group.
    8817 => GroupAdmin, "group administrators", "群组管理员";
    /// `8820`: no particular operation; the server rejected the request or failed.
    8820 => Server, "server", "服务器";
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.description())
    }
}
