package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(String name) {} // ! attribute set Receiver: another type has the generated class's name: class=ReceiverAttributes; write another name than Receiver instead

class ReceiverAttributes {}
