package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    String name,
    Sender sender) {} // ! attribute set Receiver: an attribute set is no part of itself: type=gateway.Sender; write sender without it instead

@AttributeSet(prefix = "sender")
record Sender(
    String name,
    Receiver receiver) {} // ! attribute set Sender: an attribute set is no part of itself: type=gateway.Receiver; write receiver without it instead
