package io.numetry.exporter.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as OpenSSL writes them, and as nobody should. */
class PemTest {
  @TempDir private Path folder;

  private String openssl(String arguments) throws Exception {
    Path out = folder.resolve("out.pem");
    String command = "openssl " + arguments.replaceFirst(" ", " -out " + out + " ");
    Process process;
    try {
      process =
          new ProcessBuilder(command.split(" ", -1))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "openssl is not installed; it writes the keys of this test");
      throw e;
    }
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
    return Files.readString(out);
  }

  @ParameterizedTest
  @CsvSource({
    "genrsa -traditional 2048, RSA PRIVATE KEY, RSA",
    "genrsa 2048, PRIVATE KEY, RSA",
    "ecparam -name prime256v1 -genkey, EC PRIVATE KEY, EC",
    "ecparam -name secp521r1 -genkey -noout, EC PRIVATE KEY, EC",
    "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384, PRIVATE KEY, EC",
    "genpkey -algorithm ed25519, PRIVATE KEY, EdDSA",
  })
  void shouldReadKeysOfOpenssl(String command, String label, String algorithm) throws Exception {
    String pem = openssl(command);
    assertThat(pem).contains("-----BEGIN " + label + "-----");
    PrivateKey key = Pem.privateKey("key=x", pem);
    assertThat(key.getAlgorithm()).isEqualTo(algorithm);
    Files.writeString(folder.resolve("key.pem"), pem);
    String pkcs8 = openssl("pkcs8 -topk8 -nocrypt -in " + folder.resolve("key.pem"));
    assertThat(secret(key))
        .as("as OpenSSL converts it")
        .isEqualTo(secret(Pem.privateKey("y", pkcs8)));
  }

  /** What matters of a key: its encoding may have the public key in it or not. */
  private static Object secret(PrivateKey key) {
    return key instanceof ECPrivateKey curve
        ? List.of(curve.getS(), curve.getParams().getCurve())
        : key;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genrsa -traditional -aes128 -passout pass:s3cret 2048",
        "genrsa -aes128 -passout pass:s3cret 2048",
      })
  void shouldRefuseEncryptedKeys(String command) throws Exception {
    String pem = openssl(command);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pem.privateKey("key=x", pem))
        .withMessage(
            "key=x is encrypted; write it anew with: openssl pkcs8 -topk8 -nocrypt -in KEY -out"
                + " NEWKEY");
  }

  @Test
  void shouldReadAChainBetweenOtherThings() throws Exception {
    String certificate =
        openssl("req -x509 -newkey rsa:2048 -nodes -subj /CN=x -keyout " + folder.resolve("k"));
    String file = "Bag Attributes\n subject=x\n" + certificate + "\n# text\r\n" + certificate;
    assertThat(Pem.certificates("chain=x", file)).hasSize(2);
    assertThat(Pem.certificates("chain=x", certificate.replace("\n", "\r\n"))).hasSize(1);
  }

  /** Whatever is in a file: a key, or a clear refusal that tells nothing of what is in it. */
  @Test
  void shouldRefuseDamagedKeysAndTellNothingOfThem() throws Exception {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("damaged keys: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
    int refused = 0;
    for (int turn = 0; turn < 2_000; turn++) {
      byte[] damaged = Arrays.copyOf(pkcs8, random.nextInt(pkcs8.length + 1));
      for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      String base64 = Base64.getMimeEncoder().encodeToString(damaged);
      String label = List.of("PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY").get(turn % 3);
      String pem = "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
      try {
        Pem.privateKey("key=x", pem);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as("seed %d turn %d", seed, turn).startsWith("key=x ");
        if (base64.length() > 20) {
          assertThat(e.getMessage()).doesNotContain(base64.substring(0, 20));
        }
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
